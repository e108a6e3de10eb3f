# The getter of the call replaces that of the scope.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()

def suffix(text):
    def getter_fn(getter, name, *args, **kwargs):
        return getter(name + text, *args, **kwargs)

    return getter_fn


with tf.variable_scope("a", custom_getter=suffix("_scope")):
    tf.get_variable("w", [1], custom_getter=suffix("_mine"))
