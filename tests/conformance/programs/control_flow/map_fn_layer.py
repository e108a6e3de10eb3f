# The function handed to tf.map_fn runs once, and its layer counts like any other.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()
x = tf.placeholder(tf.float32, [None, 5, 3])
y = tf.map_fn(lambda row: tf.layers.dense(row, 4), x)
tf.layers.dense(y, 2)
