# reset_default_graph() ends the reuse of the root scope.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()
tf.get_variable("w", [1])
tf.get_variable_scope().reuse_variables()
tf.reset_default_graph()
tf.get_variable("v", [1])
