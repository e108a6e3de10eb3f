# A Dense object first called inside a reusing scope finds the variables that a function call made there.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()
x = tf.zeros([2, 3])
with tf.variable_scope("m"):
    tf.layers.dense(x, 4, name="fc")
shared = tf.layers.Dense(4, name="fc")
with tf.variable_scope("m", reuse=True):
    shared(x)
shared(x)
