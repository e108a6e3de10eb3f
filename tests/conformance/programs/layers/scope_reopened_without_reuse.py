# Re-opening a scope by name restarts the numbering, so an unnamed layer asks for m/dense/kernel again: already exists.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()


def net(x):
    with tf.variable_scope("m"):
        h = tf.layers.dense(x, 4)
        return tf.layers.dense(h, 4)


net(tf.zeros([2, 3]))
net(tf.zeros([2, 3]))
