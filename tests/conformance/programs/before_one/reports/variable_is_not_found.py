# What tf.Variable made cannot be looked up: reuse finds what get_variable made, and nothing else.
# tensorflow: 0.12
import tensorflow as tf


def layer(x, make, reuse=None):
    with tf.variable_scope("hidden", reuse=reuse):
        if make == "Variable":
            w = tf.Variable(tf.zeros([6, 6]), name="w")
        else:
            w = tf.get_variable("w", [6, 6])
        return tf.mul(tf.matmul(x, w), 0.5)


x = tf.placeholder(tf.float32, [None, 6])
with tf.variable_scope("fixed"):
    layer(layer(x, "get_variable"), "get_variable", reuse=True)
layer(layer(x, "Variable"), "get_variable", reuse=True)
