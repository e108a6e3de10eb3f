# The explicit dtype is shown as it was given.
import tensorflow.compat.v1 as tf
tf.disable_v2_behavior()
tf.get_variable("a", initializer=3, dtype=float)
