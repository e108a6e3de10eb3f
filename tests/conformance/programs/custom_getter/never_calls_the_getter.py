# A getter may make something of its own; nothing is stored then.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()

def plain(getter, name, shape=None, **kwargs):
    return tf.Variable(tf.zeros(shape), name="mine")


with tf.variable_scope("", custom_getter=plain):
    a = tf.get_variable("w", [2])
    b = tf.get_variable("w", [2])
assert a is not b
