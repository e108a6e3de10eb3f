# The helper of many tutorials: values from a tensor, no shape argument.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()

def weight_variable(name, shape):
    return tf.get_variable(name, initializer=tf.truncated_normal(shape, stddev=0.1))


def bias_variable(name, shape):
    return tf.get_variable(name, initializer=tf.constant(0.1, shape=shape))


w1, b1 = weight_variable("w1", [5, 5, 1, 32]), bias_variable("b1", [32])
w2, b2 = weight_variable("w2", [5, 5, 32, 64]), bias_variable("b2", [64])
