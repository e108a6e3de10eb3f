# Towers that open a copy of the root each start numbering anew, so they share.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()

def model(x):
    for _ in range(2):
        with tf.variable_scope(None, "block"):
            x = x * tf.get_variable("w", [1])
    return x


for i in range(3):
    with tf.variable_scope(tf.get_variable_scope(), reuse=i > 0):
        model(tf.ones([1]))
