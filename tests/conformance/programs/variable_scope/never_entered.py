# A scope that isn't entered has no effect.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()
scope = tf.variable_scope("a", reuse=True)
tf.get_variable("w", [1])
