# An empty name makes an op named after its type at the root.
# tensorflow: 2.21
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()
tf.get_variable("", [1])
