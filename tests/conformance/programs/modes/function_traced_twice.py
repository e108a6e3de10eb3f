# A tf.function that creates a variable is traced twice at its first call, and the second tracing says that v already exists.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()


@tf.function
def scale(x):
    return x * tf.get_variable("v", [1])


tf.get_variable("before", [1])
scale(tf.zeros([1]))
