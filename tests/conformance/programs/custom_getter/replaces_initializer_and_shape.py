# A getter that puts in a constant and takes the shape out.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()
pretrained = {"a/w": [1.0, 2.0]}


def load(getter, name, shape=None, **kwargs):
    kwargs["initializer"] = pretrained[name]
    return getter(name, shape=None, **kwargs)


with tf.variable_scope("a", custom_getter=load):
    tf.get_variable("w", [2])
