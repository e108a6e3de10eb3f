# A custom getter sees the full name.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()
seen = []


def note(getter, name, *args, **kwargs):
    seen.append(name)
    return getter(name, *args, **kwargs)


with tf.variable_scope("a", custom_getter=note):
    with tf.variable_scope("b"):
        tf.get_variable("w", [1])
assert seen == ["a/b/w"]
