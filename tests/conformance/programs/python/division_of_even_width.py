# 28 / 2 is the float 14.0, which TensorFlow 1.15 takes as a dimension and 2.21 refuses with TypeError.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()
width = 28 / 2
tf.get_variable("w", [int(width)])
tf.get_variable("b", [width])
