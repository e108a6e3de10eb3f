# reuse_variables() in place works with named layers.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()
x = tf.zeros([2, 3])
with tf.variable_scope("m") as scope:
    tf.layers.dense(x, 4, name="fc")
    scope.reuse_variables()
    tf.layers.dense(x, 4, name="fc")
