# A getter must take all the keywords.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()

def narrow(getter, name, shape):
    return getter(name, shape=shape)


with tf.variable_scope("a", custom_getter=narrow):
    tf.get_variable("w", [2])
