# The name is required.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()
tf.get_variable(shape=[1])
