# With AUTO_REUSE the tracings of a tf.function, and other functions after it, share one variable.
# tensorflow: 2.21
import tensorflow.compat.v1 as tf


def weights(reuse):
    with tf.variable_scope("net", reuse=reuse):
        return tf.get_variable("v", [1])


@tf.function
def scale(x):
    a, b = weights(tf.AUTO_REUSE), weights(True)
    assert a is b
    return x * a * b


@tf.function
def again(x):
    return x + weights(True)


scale(tf.zeros([1]))
scale(tf.zeros([2]))
again(tf.zeros([1]))
