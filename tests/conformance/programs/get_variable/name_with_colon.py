# A tensor's name is no variable's name.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()
w = tf.get_variable("w", [1])
tf.get_variable(w.name, [1])
