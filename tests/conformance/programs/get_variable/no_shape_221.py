# A new variable without a shape and without an initializer is refused.
# tensorflow: 2.21
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()
w = tf.get_variable("w")
