# A getter may ask for reuse=True, which then creates nothing.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()

def strict(getter, name, *args, **kwargs):
    kwargs["reuse"] = True
    return getter(name, *args, **kwargs)


with tf.variable_scope("a", custom_getter=strict):
    tf.get_variable("w", [1])
