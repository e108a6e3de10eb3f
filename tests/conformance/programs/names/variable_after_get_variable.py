# tf.Variable steps aside for a name that get_variable holds.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()
w = tf.get_variable("w", [1])
v = tf.Variable([0.0], name="w")
