# An orthogonal initializer needs two dimensions.
import tensorflow.compat.v1 as tf
tf.disable_v2_behavior()
tf.get_variable("a", [3], initializer=tf.orthogonal_initializer())
