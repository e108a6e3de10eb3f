# Unnamed layers under the root scope entered again with reuse=True count on: dense_1/kernel does not exist.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()
x = tf.zeros([2, 3])
tf.layers.dense(x, 4)
with tf.variable_scope(tf.get_variable_scope(), reuse=True):
    tf.layers.dense(x, 4)
