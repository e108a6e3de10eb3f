# An unknown dtype is refused.
import tensorflow.compat.v1 as tf
tf.disable_v2_behavior()
tf.Variable(1.0, dtype="what")
