# What is wrong with the shape is seen only inside the true getter.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()
seen = []


def note(getter, name, *args, **kwargs):
    seen.append(name)
    try:
        return getter(name, *args, **kwargs)
    finally:
        assert seen == ["a/w"]


with tf.variable_scope("a", custom_getter=note):
    tf.get_variable("w", [2], initializer=0.0)
