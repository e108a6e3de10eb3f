# A set is no initial value.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()

tf.get_variable("v", initializer={1})
