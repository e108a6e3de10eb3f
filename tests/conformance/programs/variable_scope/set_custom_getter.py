# set_custom_getter acts on the open scope.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()

def rename(getter, name, *args, **kwargs):
    return getter(name.replace("w", "renamed"), *args, **kwargs)


with tf.variable_scope("a") as a:
    a.set_custom_getter(rename)
    tf.get_variable("w", [2])
