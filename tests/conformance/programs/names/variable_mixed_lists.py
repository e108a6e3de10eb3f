# A tf.Variable isn't made of texts and numbers either.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()
tf.Variable([[1, 'a']])
