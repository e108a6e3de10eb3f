# The identity initializer needs a matrix.
import tensorflow.compat.v1 as tf
tf.disable_v2_behavior()
tf.get_variable("a", [2], initializer=tf.identity_initializer if 0 else tf.initializers.identity())
