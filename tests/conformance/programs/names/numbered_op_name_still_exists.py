# A variable whose op was numbered is refused under its own name.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()
tf.constant(0.0, name="w")
tf.get_variable("w", [1])
tf.get_variable("w", [1])
