# Numbering skips names that are in use.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()
tf.Variable(0.0, name="w_1")
tf.Variable(0.0, name="w")
tf.Variable(0.0, name="w")
