# The root is never closed: under its copy, numbering goes on.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()

def block():
    with tf.variable_scope(None, "block"):
        return tf.get_variable("w", [1])


block()
with tf.variable_scope(tf.get_variable_scope(), reuse=True):
    block()
