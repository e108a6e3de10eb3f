# A tf.Variable isn't made of None.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()
tf.Variable((None,))
