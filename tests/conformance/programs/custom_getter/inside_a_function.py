# A custom getter that a traced function calls has the line of an error.
# tensorflow: 2.21
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()
x = tf.zeros([2, 3])


def getter(getter, name, *args, **kwargs):
    return getter(name, *args, **kwargs)


import tensorflow as tf2


@tf2.function
def traced(y):
    tf.get_variable("w", [3])
    tf.get_variable("w", [3])
    return y


with tf.variable_scope("a", custom_getter=getter):
    traced(x)
