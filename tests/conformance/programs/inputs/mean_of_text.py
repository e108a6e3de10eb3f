# Text has no mean.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()
tf.get_variable("w", [2])
tf.reduce_mean(tf.constant(["a", "b"]))
