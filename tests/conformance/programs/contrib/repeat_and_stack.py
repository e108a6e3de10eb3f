# repeat and stack number their layers from 1 inside a scope of their own.
# tensorflow: 1.15
import tensorflow as tf

slim = tf.contrib.slim
x = tf.zeros([2, 8, 8, 3])
x = slim.repeat(x, 2, slim.conv2d, 4, [3, 3], scope="conv1")
x = slim.max_pool2d(x, [2, 2], scope="pool1")
x = slim.repeat(x, 2, slim.conv2d, 6, [3, 3])
x = slim.flatten(x)
slim.stack(x, slim.fully_connected, [5, 4], scope="fc")
