# A second tf.map_fn with the same function and no reuse: w already exists.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()


def scale(x):
    return x * tf.get_variable("w", [])


tf.map_fn(scale, tf.zeros([3]))
tf.map_fn(scale, tf.zeros([4]))
