# Shape, dtype and initializer may be given by position.
import tensorflow.compat.v1 as tf1

tf1.disable_v2_behavior()
w = tf1.get_variable("w", [2, 2], tf1.float64, tf1.zeros_initializer())
n = tf1.get_variable("n", (), tf1.int32, tf1.zeros_initializer(), None, False)
