# A string is no shape.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()
tf.get_variable("w", "3")
