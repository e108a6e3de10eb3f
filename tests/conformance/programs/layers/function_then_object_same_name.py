# The function takes fc, so the Dense object that comes after it is uniquified to fc_1.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()
x = tf.zeros([2, 3])
tf.layers.dense(x, 4, name="fc")
layer = tf.layers.Dense(4, name="fc")
layer(x)
