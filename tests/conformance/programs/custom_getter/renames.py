# A getter may rename; the new name is a full one.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()

def rename(getter, name, *args, **kwargs):
    return getter(name.replace("weights", "kernel"), *args, **kwargs)


with tf.variable_scope("a", custom_getter=rename):
    w = tf.get_variable("weights", [1])
with tf.variable_scope("a", reuse=True):
    assert tf.get_variable("kernel", [1]) is w
