# A large integer has 64 bits.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()

tf.get_variable("v", initializer=2**40)
