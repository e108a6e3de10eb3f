# A slash in a layer's name nests, so a scope and a layer can mean the same kernel: a/b/kernel already exists.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()
x = tf.zeros([2, 3])
tf.layers.dense(x, 4, name="a/b")
with tf.variable_scope("a"):
    tf.layers.dense(x, 4, name="c")
    tf.layers.dense(x, 4, name="b")
