# Initializers refuse dtypes, scales, modes and values as they are constructed.
# tensorflow: 1.15
import tensorflow as tf

layers = tf.contrib.layers
TRIED = [
    lambda: tf.truncated_normal_initializer(dtype=tf.string),
    lambda: tf.random_normal_initializer(0.0, 1.0, None, tf.int32),
    lambda: tf.orthogonal_initializer(dtype=tf.int32),
    lambda: tf.glorot_uniform_initializer(dtype=tf.int32),
    lambda: tf.initializers.identity(1.0, tf.string),
    lambda: tf.contrib.framework.convolutional_orthogonal_2d(dtype=tf.string),
    lambda: tf.random_uniform_initializer(dtype=tf.int32),
    lambda: tf.variance_scaling_initializer(scale=-1.0),
    lambda: tf.variance_scaling_initializer(mode="FAN_IN"),
    lambda: tf.variance_scaling_initializer(1.0, "fan_avg", "gamma"),
    lambda: tf.variance_scaling_initializer(distribution="NORMAL"),
    lambda: layers.variance_scaling_initializer(mode="fan_in"),
    lambda: layers.variance_scaling_initializer(dtype=tf.int32),
    lambda: layers.xavier_initializer(False, None, tf.int32),
    lambda: tf.constant_initializer(tf.zeros([2])),
    lambda: tf.constant_initializer(None),
    lambda: tf.constant_initializer([[1], [2]]),
]
for number, build in enumerate(TRIED):
    try:
        build()
    except (ValueError, TypeError) as error:
        tf.get_variable("refused_%d_%s" % (number, type(error).__name__), [1])
tf.get_variable("w", [3], initializer=tf.variance_scaling_initializer(mode="fan"))
