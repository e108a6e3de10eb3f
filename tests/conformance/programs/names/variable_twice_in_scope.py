# Within one scope, a second tf.Variable of a name gets a number.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()
with tf.variable_scope("a"):
    tf.Variable(0.0, name="w")
    tf.Variable(0.0, name="w")
