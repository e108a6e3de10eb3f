# The numbered op name isn't a name in the store.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()
tf.constant(0.0, name="w")
tf.get_variable("w", [1])
tf.get_variable("w_1", [1])
