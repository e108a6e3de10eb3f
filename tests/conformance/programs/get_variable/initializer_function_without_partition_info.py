# An initializer function must take partition_info.
# tensorflow: 1.15
import tensorflow as tf


def small(shape, dtype=tf.float32):
    return 0.01 * tf.ones(shape, dtype)


tf.get_variable("w", [3], initializer=small)
