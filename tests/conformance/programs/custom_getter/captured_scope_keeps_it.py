# A captured scope keeps its getter.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()

def mark(getter, name, *args, **kwargs):
    return getter(name + "_x", *args, **kwargs)


with tf.variable_scope("a", custom_getter=mark) as a:
    tf.get_variable("w", [1])
with tf.variable_scope(a):
    tf.get_variable("v", [1])
