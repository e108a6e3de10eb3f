# A name at the root can't start with an underscore.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()
tf.get_variable("_w", [1])
