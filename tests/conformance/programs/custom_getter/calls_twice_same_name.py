# A getter that asks twice for the same name collides with itself.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()

def careless(getter, name, *args, **kwargs):
    getter(name, *args, **kwargs)
    return getter(name, *args, **kwargs)


with tf.variable_scope("a", custom_getter=careless):
    tf.get_variable("w", [3])
