# A scan in a reusing scope that nothing filled: rnn/w does not exist.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()


def step(state, x):
    return state * tf.get_variable("w", []) + x


with tf.variable_scope("rnn", reuse=True):
    tf.scan(step, tf.zeros([5]), initializer=tf.constant(0.0))
