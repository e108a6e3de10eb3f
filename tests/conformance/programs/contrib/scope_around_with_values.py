# variable_scope("n", "N", [x], reuse=...) ignores its default name, and the copies share.
# tensorflow: 1.15
import tensorflow as tf


def net(x, reuse=None):
    with tf.variable_scope("n", "N", [x], reuse=reuse) as scope:
        h = tf.contrib.layers.fully_connected(x, 4, scope="fc1")
        return tf.contrib.layers.fully_connected(h, 1, scope="fc2"), scope


_, scope = net(tf.zeros([2, 3]))
_, again = net(tf.ones([2, 3]), reuse=True)
with tf.variable_scope(scope):
    tf.contrib.layers.fully_connected(tf.zeros([2, 3]), 4, scope="fc3")
