# Flattening by a size that was computed in the graph leaves no static size for the weights.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()
images = tf.placeholder(tf.float32, [None, None, 28])
flat = tf.reshape(images, [tf.shape(images)[0], tf.shape(images)[1] * 28])
units = flat.get_shape()[1]
w = tf.get_variable("w", [units, 10], initializer=tf.random_normal_initializer())
