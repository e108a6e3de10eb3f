# The result of an initializer function is not compared with the shape asked for.
# tensorflow: 1.15
import tensorflow as tf


def wrong(shape, dtype=None, partition_info=None):
    return tf.ones([9], dtype=dtype)


tf.get_variable("w", [3], initializer=wrong)
