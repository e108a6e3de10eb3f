# The second copy of a network has one more layer than the first: m/dense_1/kernel does not exist.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()
x = tf.zeros([2, 3])
with tf.variable_scope("m"):
    tf.layers.dense(x, 4)
with tf.variable_scope("m", reuse=True):
    h = tf.layers.dense(x, 4)
    tf.layers.dense(h, 4)
