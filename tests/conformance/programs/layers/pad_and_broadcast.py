# Padding and broadcasting change the static size that the next layer sees.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()
x = tf.placeholder(tf.float32, [None, 6, 6, 2])
padded = tf.pad(x, [[0, 0], [1, 2], [3, 0], [0, 1]])
h = tf.layers.conv2d(padded, 4, 3, padding="valid", name="conv")
tf.layers.dense(tf.layers.flatten(h), 1, name="fc")
column = tf.placeholder(tf.float32, [None, 1])
row = tf.zeros([1, 7])
tf.layers.dense(column * row + 1.0, 1, name="broadcast")
