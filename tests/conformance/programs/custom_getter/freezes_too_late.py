# A freezing getter has no effect on a variable that exists.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()

def frozen(getter, name, **kwargs):
    kwargs["trainable"] = False
    return getter(name, **kwargs)


with tf.variable_scope("a"):
    tf.get_variable("w", [1])
with tf.variable_scope("a", reuse=True, custom_getter=frozen):
    tf.get_variable("w", [1])
assert len(tf.trainable_variables()) == 1
