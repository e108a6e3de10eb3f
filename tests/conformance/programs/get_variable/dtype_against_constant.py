# A constant initializer must have the explicit dtype.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()
step = tf.constant(3)
tf.get_variable("w", dtype=tf.float32, initializer=step)
