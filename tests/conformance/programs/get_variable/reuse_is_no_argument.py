# get_variable has no reuse argument.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()
tf.get_variable("w", [1])
tf.get_variable("w", [1], reuse=True)
