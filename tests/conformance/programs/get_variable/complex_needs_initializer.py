# A complex variable needs an initializer.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()
tf.get_variable("z", [2], dtype=tf.complex64)
