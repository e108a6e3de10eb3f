# A constant of any kind goes without a shape.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()

tf.get_variable("v", [2], initializer={})
