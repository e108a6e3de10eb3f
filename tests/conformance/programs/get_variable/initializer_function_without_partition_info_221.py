# An initializer function need not take partition_info.
# tensorflow: 2.21
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()

def small(shape, dtype=tf.float32):
    return 0.01 * tf.ones(shape, dtype)


tf.get_variable("w", [3], initializer=small)
