# Op names are compared without regard to case.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()
tf.Variable(0.0, name="W")
tf.Variable(0.0, name="w")
