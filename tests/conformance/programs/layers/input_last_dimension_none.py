# A dense layer cannot size its kernel when the last dimension of its input is None.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()
x = tf.placeholder(tf.float32, [None, None])
tf.layers.dense(x, 4)
