# A space can't be in a variable's name.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()
tf.get_variable("my w", [1])
