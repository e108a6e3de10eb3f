# contrib's convolutions know two paddings.
# tensorflow: 1.15
import tensorflow as tf

x = tf.zeros([2, 8, 8, 4])
x1 = tf.zeros([2, 8, 4])
x3 = tf.zeros([2, 8, 8, 8, 4])
tf.contrib.layers.conv2d(x, 4, 3, padding='FULL')
