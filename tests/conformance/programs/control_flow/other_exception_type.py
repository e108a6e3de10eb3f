# An except clause for KeyError does not catch TensorFlow's ValueError: v already exists.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()
tf.get_variable("v", [1])
try:
    tf.get_variable("v", [1])
except (KeyError, TypeError):
    tf.get_variable("unreached", [1])
finally:
    tf.get_variable("cleanup", [1])
