# An automatic name takes dense_1 first, so the layer that asks for that name finds dense_1/kernel already exists.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()
x = tf.zeros([2, 3])
tf.layers.dense(x, 4)
tf.layers.dense(x, 4)
tf.layers.dense(x, 4, name="dense_1")
