# A getter may replace the variable by a tensor.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()

def constant(getter, name, shape=None, dtype=None, **kwargs):
    return tf.zeros(shape, dtype, name=name)


with tf.variable_scope("a", custom_getter=constant, reuse=True):
    w = tf.get_variable("w", [2])
