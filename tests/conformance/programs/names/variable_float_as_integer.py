# A float is no initial value of an integer variable.
import tensorflow.compat.v1 as tf
tf.disable_v2_behavior()
tf.Variable(1.5, dtype=tf.int32)
