# renorm adds three statistics, and axis=1 takes the size of the channels-first dimension.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()
x = tf.zeros([2, 6, 5, 5])
tf.layers.batch_normalization(x, axis=1, name="first")
tf.layers.batch_normalization(x, renorm=True, training=True, name="renorm")
