# reuse=True for a variable that nobody made raises nothing under eager execution.
# tensorflow: 2.21
import tensorflow.compat.v1 as tf

with tf.variable_scope("net", reuse=True):
    w = tf.get_variable("w", [2])
assert w.name == "net/w:0"
