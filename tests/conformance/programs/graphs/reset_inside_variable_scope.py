# reset_default_graph() inside a variable scope is an error.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()
with tf.variable_scope("a"):
    tf.reset_default_graph()
