# An error of TensorFlow's classes that the program raises and nobody catches.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()
tf.get_variable("before", [1])
raise tf.errors.NotFoundError(None, None, "nothing of that name")
