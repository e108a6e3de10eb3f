# So does its class.
import tensorflow.compat.v1 as tf
tf.disable_v2_behavior()
tf.get_variable("a", [3], initializer=tf.orthogonal_initializer)
