# Transposed convolutions grow the image by their strides; the kernel holds output channels before input channels.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()
z = tf.placeholder(tf.float32, [None, 16])
h = tf.layers.dense(z, 7 * 7 * 8, name="project")
h = tf.reshape(h, [-1, 7, 7, 8])
h = tf.layers.conv2d_transpose(h, 4, 5, strides=2, padding="same", name="up1")
h = tf.layers.conv2d_transpose(h, 1, 5, strides=3, padding="valid", name="up2")
tf.layers.dense(tf.layers.flatten(h), 1, name="score")
