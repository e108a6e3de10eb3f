# A getter on a copy of the root scope acts on all scopes inside.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()

def prefix(getter, name, *args, **kwargs):
    return getter("n/" + name, *args, **kwargs)


with tf.variable_scope(tf.get_variable_scope(), custom_getter=prefix):
    tf.get_variable("w", [1])
