# A getter is handed the arguments by keyword.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()

def check(getter, name, shape, dtype, initializer, trainable, reuse, **kwargs):
    assert (name, list(shape), dtype, trainable, reuse) == ("a/w", [2], tf.float32, True, False)
    return getter(
        name=name, shape=shape, dtype=dtype, initializer=initializer, trainable=trainable,
        reuse=reuse, **kwargs
    )


with tf.variable_scope("a", custom_getter=check):
    tf.get_variable("w", [2], initializer=tf.zeros_initializer())
