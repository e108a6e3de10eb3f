# Leaving any scope, a captured one and the root too, forgets what was counted below it.
# tensorflow: 0.12
import tensorflow as tf


def block(name):
    with tf.variable_scope(None, "block"):
        return tf.mul(tf.get_variable(name, [1]), 2.0)


block("a")
block("b")
with tf.variable_scope(tf.get_variable_scope()):
    block("c")
block("d")
with tf.variable_scope("s") as s:
    block("a")
    block("b")
with tf.variable_scope(s):
    block("c")
    with tf.variable_scope(s):
        block("d")
    block("e")
with tf.variable_scope("s"):
    block("f")
block("d")
one, other = tf.variable_scope("one"), tf.variable_scope("other")
one.__enter__()
other.__enter__()
one.__exit__(None, None, None)
block("g")
other.__exit__(None, None, None)
block("h")
