# reuse_variables() while the scope stays open goes on counting: m/dense_1/kernel does not exist.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()
x = tf.zeros([2, 3])
with tf.variable_scope("m") as scope:
    tf.layers.dense(x, 4)
    scope.reuse_variables()
    tf.layers.dense(x, 4)
