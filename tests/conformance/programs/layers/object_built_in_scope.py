# A Dense object built inside a scope but called outside gets its name where it is called.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()
with tf.variable_scope("model"):
    layer = tf.layers.Dense(4, name="fc")
layer(tf.zeros([2, 3]))
