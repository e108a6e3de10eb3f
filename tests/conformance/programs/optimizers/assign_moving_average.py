# What a moving average by hand makes beside its variable, with and without zero_debias.
import tensorflow.compat.v1 as tf
from tensorflow.python.training import moving_averages
tf.disable_v2_behavior()


def normalized(x, name, debias):
    with tf.variable_scope(name):
        mean = tf.get_variable("mean", [4], initializer=tf.zeros_initializer(), trainable=False)
        batch = tf.reduce_mean(x, [0])
        update = moving_averages.assign_moving_average(mean, batch, 0.9, zero_debias=debias)
        with tf.control_dependencies([update]):
            return x - tf.identity(mean)


features = tf.placeholder(tf.float32, [None, 4])
with tf.variable_scope("tower"):
    normalized(features, "plain", False)
    normalized(features, "corrected", True)
    normalized(features, "corrected_too", True)
with tf.variable_scope("tower", reuse=True):
    normalized(features, "plain", False)
