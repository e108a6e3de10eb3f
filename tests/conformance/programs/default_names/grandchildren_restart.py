# Leaving a scope resets its grandchildren, too.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()
for name in ("w", "v"):
    with tf.variable_scope("a"):
        with tf.variable_scope(None, "b"):
            with tf.variable_scope(None, "c"):
                tf.get_variable(name, [1])
