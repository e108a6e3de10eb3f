# Unnamed batch_norm layers find their twins when the scope is opened again with reuse.
# tensorflow: 1.15
import tensorflow as tf


def block(x, reuse):
    with tf.variable_scope("block", reuse=reuse):
        x = tf.contrib.layers.batch_norm(x, is_training=not reuse)
        x = tf.nn.relu(x)
        return tf.contrib.layers.batch_norm(x, is_training=not reuse)


block(tf.zeros([2, 3]), False)
block(tf.zeros([2, 3]), True)
