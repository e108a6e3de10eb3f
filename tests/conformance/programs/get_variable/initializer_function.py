# An initializer function is called with the shape, dtype and partition_info.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()

def small(shape, dtype=None, partition_info=None):
    return tf.random_uniform(shape, -0.01, 0.01, dtype=dtype)


w = tf.get_variable("w", shape=[3, 7], initializer=small)
