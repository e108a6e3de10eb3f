# The same get_variable in both branches of tf.cond: w already exists in the second branch.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()


def scaled(factor):
    return factor * tf.get_variable("w", [2])


flag = tf.placeholder(tf.bool, [])
tf.cond(flag, lambda: scaled(1.0), lambda: scaled(2.0))
