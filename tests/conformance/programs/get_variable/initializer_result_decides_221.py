# The result of an initializer function must have the shape asked for.
# tensorflow: 2.21
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()

def wrong(shape, dtype=None, partition_info=None):
    return tf.ones([9], dtype=dtype)


tf.get_variable("w", [3], initializer=wrong)
