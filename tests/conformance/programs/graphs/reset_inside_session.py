# reset_default_graph() inside a session's context is an error.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()
w = tf.get_variable("w", [1])
with tf.Session() as session:
    tf.reset_default_graph()
