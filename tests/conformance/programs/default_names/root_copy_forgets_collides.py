# A number that is forgotten after a copy of the root is given again.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()

def block():
    with tf.variable_scope(None, "block"):
        return tf.get_variable("w", [1])


block()
with tf.variable_scope(tf.get_variable_scope()):
    block()
block()
