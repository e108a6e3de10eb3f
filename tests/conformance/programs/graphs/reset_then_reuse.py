# After reset_default_graph() there is nothing to share.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()
tf.get_variable("w", [1])
tf.reset_default_graph()
with tf.variable_scope("", reuse=True):
    tf.get_variable("w", [1])
