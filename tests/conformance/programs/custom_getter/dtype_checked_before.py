# An initializer of another dtype is refused before the getter is called.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()
seen = []


def note(getter, name, *args, **kwargs):
    seen.append(name)
    return getter(name, *args, **kwargs)


try:
    tf.get_variable("w", dtype=tf.int32, initializer=1.5, custom_getter=note)
except ValueError:
    pass
assert not seen
