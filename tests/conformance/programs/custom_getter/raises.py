# An exception of the getter passes through.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()
pretrained = {}


def load(getter, name, *args, **kwargs):
    kwargs["initializer"] = pretrained[name]
    return getter(name, *args, **kwargs)


with tf.variable_scope("a", custom_getter=load):
    tf.get_variable("w", [2])
