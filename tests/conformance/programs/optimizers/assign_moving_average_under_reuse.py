# A moving average by hand where the scope in force shares.
import tensorflow.compat.v1 as tf
from tensorflow.python.training import moving_averages
tf.disable_v2_behavior()


def batch_norm(x):
    size = x.shape[-1]
    with tf.variable_scope("bn"):
        mean = tf.get_variable("moving_mean", [size], trainable=False)
        batch = tf.reduce_mean(x, [0])
        return x - moving_averages.assign_moving_average(mean, batch, 0.9)


inputs = tf.placeholder(tf.float32, [None, 4])
with tf.variable_scope("net"):
    with tf.variable_scope("body", reuse=tf.AUTO_REUSE):
        batch_norm(inputs)
with tf.variable_scope("net", reuse=True):
    with tf.variable_scope("body"):
        batch_norm(inputs)
with tf.variable_scope("other"):
    tf.get_variable("bn/moving_mean", [4])
with tf.variable_scope("other", reuse=True):
    batch_norm(inputs)
