# 7 / 2 is not a dimension in any version: ValueError (Ambiguous dimension) in 1.15, TypeError in 2.21.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()
width = 7
tf.get_variable("floor", [width // 2])
tf.get_variable("half", [width / 2])
