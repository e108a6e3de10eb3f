# A scope may be entered and left by hand.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()
scope = tf.variable_scope("a")
opened = scope.__enter__()
tf.get_variable("w", [1])
scope.__exit__(None, None, None)
tf.get_variable("w", [1])
