# A getter that reads the averages lets a second copy of the network run without making variables.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()


def net(getter=None, reuse=None):
    with tf.variable_scope("net", reuse=reuse, custom_getter=getter):
        return tf.layers.dense(tf.ones([2, 3]), 1, name="fc")


net()
ema = tf.train.ExponentialMovingAverage(0.99)
ema.apply(tf.trainable_variables())


def averaged(getter, name, *args, **kwargs):
    return ema.average(getter(name, *args, **kwargs))


net(averaged, reuse=True)
