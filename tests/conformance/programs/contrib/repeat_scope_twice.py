# The same repeat scope twice: c/c_1/weights already exists.
# tensorflow: 1.15
import tensorflow as tf

slim = tf.contrib.slim
x = tf.zeros([2, 8, 8, 3])
x = slim.repeat(x, 2, slim.conv2d, 3, 3, scope="c")
x = slim.repeat(x, 2, slim.conv2d, 3, 3, scope="c")
