# reuse_variables() on the root scope makes the next unnamed layer look for dense_1/kernel, which does not exist.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()
x = tf.zeros([2, 3])
tf.layers.dense(x, 4)
tf.get_variable_scope().reuse_variables()
tf.layers.dense(x, 4)
