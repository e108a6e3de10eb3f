# A dense layer cannot be built for an integer input: TypeError.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()
ids = tf.placeholder(tf.int32, [None, 3])
tf.layers.dense(ids, 4)
