# Unnamed dense layers of different widths under reuse=tf.AUTO_REUSE both mean dense/kernel, and the shapes don't fit.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()
x = tf.placeholder(tf.float32, [None, 3])
h = tf.layers.dense(x, 4, reuse=tf.AUTO_REUSE)
y = tf.layers.dense(h, 1, reuse=tf.AUTO_REUSE)
