# NumPy's object type is a string to TensorFlow, and no integer.
import tensorflow.compat.v1 as tf
tf.disable_v2_behavior()
tf.get_variable("a", initializer=3, dtype=object)
