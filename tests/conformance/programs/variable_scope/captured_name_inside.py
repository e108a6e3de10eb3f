# A captured scope's name is relative when the scope is open.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()
with tf.variable_scope("a") as a:
    tf.get_variable("w", [1])
    with tf.variable_scope(a.name):
        tf.get_variable("w", [1])
