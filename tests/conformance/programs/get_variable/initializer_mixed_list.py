# A text and a number make no tensor.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()

tf.get_variable("v", initializer=['a', 1])
