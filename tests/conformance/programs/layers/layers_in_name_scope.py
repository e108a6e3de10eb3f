# name_scope does not prefix a layer's variables: the second dense layer named fc already exists.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()
x = tf.zeros([2, 3])
with tf.name_scope("actor"):
    tf.layers.dense(x, 4, name="fc")
with tf.name_scope("critic"):
    tf.layers.dense(x, 4, name="fc")
