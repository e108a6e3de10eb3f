# The average of a tensor is corrected: two more variables, which the store is asked for.
# tensorflow: 0.12
import tensorflow as tf


class BatchNorm(object):
    def __init__(self, name):
        self.name, self.averages = name, tf.train.ExponentialMovingAverage(0.9)

    def __call__(self, x):
        with tf.variable_scope(self.name):
            beta = tf.get_variable("beta", [3])
            mean = tf.reduce_mean(tf.mul(x, 1.0), [0], name="mean")
            self.averages.apply([mean])
            with tf.control_dependencies([self.averages.average(mean)]):
                return x - mean + beta


x = tf.placeholder(tf.float32, [4, 3])
plain = tf.train.ExponentialMovingAverage(0.9)
plain.apply([tf.reduce_sum(x, name="sum"), tf.get_variable("w", [2])])
normalize = BatchNorm("bn")
normalize(x)
other = BatchNorm("other")
other(x)
with tf.variable_scope("bn", reuse=True):
    tf.get_variable("beta", [3])
tf.get_variable_scope().reuse_variables()
normalize(x)
