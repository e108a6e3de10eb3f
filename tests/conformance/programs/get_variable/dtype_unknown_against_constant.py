# An unknown dtype first of all doesn't match the constant.
import tensorflow.compat.v1 as tf
tf.disable_v2_behavior()
tf.get_variable("a", initializer=3, dtype="what")
