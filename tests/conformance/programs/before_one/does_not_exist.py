# The message for what is not there names None; a sampler has to come after what it samples from.
# tensorflow: 0.12
import tensorflow as tf


def generator(noise, reuse=False):
    with tf.variable_scope("generator") as scope:
        if reuse:
            scope.reuse_variables()
        return tf.matmul(tf.mul(noise, 2.0), tf.get_variable("w", [4, 1]))


samples = generator(tf.zeros([8, 4]), reuse=True)
