# The averaged network: a getter that replaces weights by their moving averages.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()
average = tf.train.ExponentialMovingAverage(0.99)


def net(x, reuse=None, getter=None):
    with tf.variable_scope("m", reuse=reuse, custom_getter=getter):
        return x * tf.get_variable("w", [1])


def averaged(getter, name, *args, **kwargs):
    return average.average(getter(name, *args, **kwargs))


x = tf.ones([1])
net(x)
with tf.variable_scope(""):
    average.apply(tf.trainable_variables())
net(x, reuse=True, getter=averaged)
