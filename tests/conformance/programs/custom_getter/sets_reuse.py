# A getter may ask for reuse, whatever the scope says.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()

def shared(getter, *args, **kwargs):
    kwargs["reuse"] = tf.AUTO_REUSE
    return getter(*args, **kwargs)


one = tf.get_variable("w", [1], custom_getter=shared)
two = tf.get_variable("w", [1], custom_getter=shared)
assert one is two
