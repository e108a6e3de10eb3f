# A name that is given keeps the default one for later.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()

def block(name=None):
    with tf.variable_scope(name, "block"):
        return tf.get_variable("w", [1])


block("mine")
block()
