# A scope's getter acts on get_local_variable, too.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()

def mark(getter, name, *args, **kwargs):
    return getter(name + "_x", *args, **kwargs)


with tf.variable_scope("a", custom_getter=mark):
    hits = tf.get_local_variable("hits", [])
assert tf.local_variables() == [hits]
