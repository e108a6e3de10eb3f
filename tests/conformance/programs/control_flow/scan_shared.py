# tf.scan runs its function once, and a second scan in a reusing scope shares.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()


def step(state, x):
    w = tf.get_variable("w", [3, 3])
    return tf.tanh(tf.matmul(state, w) + x)


x = tf.zeros([5, 2, 3])
with tf.variable_scope("rnn"):
    forward = tf.scan(step, x, initializer=tf.zeros([2, 3]))
with tf.variable_scope("rnn", reuse=True):
    backward = tf.scan(step, tf.reverse(x, [0]), initializer=tf.zeros([2, 3]))
