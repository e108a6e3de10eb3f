# The refusal of a resource variable doesn't say where it was defined.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()
tf.get_variable("w", [2], use_resource=True)
tf.get_variable("w", [2])
