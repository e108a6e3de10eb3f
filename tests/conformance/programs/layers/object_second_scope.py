# A Dense object keeps the scope of its first call, whatever scope is open at the second.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()
layer = tf.layers.Dense(4, name="fc")
with tf.variable_scope("first"):
    layer(tf.zeros([2, 3]))
with tf.variable_scope("second"):
    layer(tf.zeros([2, 3]))
    tf.layers.dense(tf.zeros([2, 3]), 1, name="fc")
