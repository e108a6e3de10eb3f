# reset_default_graph() inside a name scope is accepted.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()
with tf.name_scope("a"):
    tf.reset_default_graph()
    tf.get_variable("w", [1])
