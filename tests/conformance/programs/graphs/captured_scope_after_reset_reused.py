# A captured scope shares nothing over a reset.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()
with tf.variable_scope("a") as a:
    tf.get_variable("w", [1])
tf.reset_default_graph()
with tf.variable_scope(a, reuse=True):
    tf.get_variable("w", [1])
