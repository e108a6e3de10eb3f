# name= may be an open scope, whose variables then sit directly below it; the second layer so named already exists.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()
x = tf.zeros([2, 3])
with tf.variable_scope("m") as scope:
    tf.layers.dense(x, 4, name=scope)
with tf.variable_scope("other"):
    tf.layers.dense(x, 4, name=scope)
