# The formats of a pooling in space.
# tensorflow: 1.15
import tensorflow as tf

x2 = tf.zeros([4, 4])
x3 = tf.zeros([4, 4, 4])
x4 = tf.zeros([4, 4, 4, 4])
x5 = tf.zeros([4, 4, 4, 4, 4])
tf.contrib.layers.avg_pool3d(x5, 2, data_format="NHWC")
