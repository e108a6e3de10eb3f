# A shape together with a constant initializer is refused.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()
tf.get_variable("b", [10], initializer=0.1)
