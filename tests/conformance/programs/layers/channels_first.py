# data_format="channels_first" takes the channels from axis 1; the kernel layout stays the same.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()
x = tf.placeholder(tf.float32, [None, 3, 9, 10])
h = tf.layers.conv2d(x, 5, 3, strides=2, data_format="channels_first", name="conv")
h = tf.layers.max_pooling2d(h, 2, 2, data_format="channels_first")
tf.layers.dense(tf.layers.flatten(h), 2, name="fc")
