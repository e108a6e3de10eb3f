# What conv2d_in_plane leaves of an image decides the next layer's weights.
# tensorflow: 1.15
import tensorflow as tf

image = tf.placeholder(tf.float32, [None, 8, 8, 3])
plane = tf.contrib.layers.conv2d_in_plane(image, [3, 3], stride=2, padding="VALID")
tf.contrib.layers.fully_connected(tf.contrib.layers.flatten(plane), 2)
tf.contrib.layers.layer_norm(plane)
tf.contrib.layers.instance_norm(tf.transpose(plane, [0, 3, 1, 2]), data_format="NCHW")
