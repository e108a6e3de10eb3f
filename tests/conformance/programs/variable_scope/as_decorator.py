# A scope is no decorator.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()

@tf.variable_scope("a")
def build():
    return tf.get_variable("w", [1])
