# NumPy's object type makes a string variable.
import tensorflow.compat.v1 as tf
tf.disable_v2_behavior()
tf.get_variable("a", [2], dtype=object)
