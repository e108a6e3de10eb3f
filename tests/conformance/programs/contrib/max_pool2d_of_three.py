# contrib's poolings check their kernel.
# tensorflow: 1.15
import tensorflow as tf

x = tf.zeros([2, 8, 8, 4])
x1 = tf.zeros([2, 8, 4])
x3 = tf.zeros([2, 8, 8, 8, 4])
tf.contrib.layers.max_pool2d(x, (1, 2, 3))
