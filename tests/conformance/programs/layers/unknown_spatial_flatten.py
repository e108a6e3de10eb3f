# flatten over unknown height and width leaves None, and the dense layer behind it cannot be built.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()
x = tf.placeholder(tf.float32, [None, None, None, 3])
features = tf.layers.conv2d(x, 8, 3, padding="same")
tf.layers.dense(tf.layers.flatten(features), 10)
