# Two requests that a getter maps to one name collide.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()

def flat(getter, name, *args, **kwargs):
    return getter(name.rsplit("/", 1)[-1], *args, **kwargs)


for scope in ("a", "b"):
    with tf.variable_scope(scope, custom_getter=flat):
        tf.get_variable("w", [1])
