# No gradient flows through a Python function, unless it gets another operation's.
import numpy as np
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()


def halved(held):
    return held * np.float32(0.5)


def loss(name):
    weights = tf.get_variable(name, [3])
    return tf.reduce_mean(tf.py_func(halved, [weights], tf.float32))


with tf.get_default_graph().gradient_override_map({"PyFunc": "Identity"}):
    overridden = loss("overridden")
tf.train.AdamOptimizer().minimize(overridden)
tf.train.AdamOptimizer().minimize(loss("plain"), var_list=tf.trainable_variables("plain"))
