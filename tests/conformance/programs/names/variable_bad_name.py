# tf.Variable's name can't hold a space.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()
tf.Variable(0.0, name="my w")
