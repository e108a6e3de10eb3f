# Averaging over unknown height and width leaves the channels, so the dense layer can be built.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()
x = tf.placeholder(tf.float32, [None, None, None, 3])
features = tf.layers.conv2d(x, 8, 3, padding="same")
pooled = tf.reduce_mean(features, axis=[1, 2])
tf.layers.dense(pooled, 10)
