# Under reuse, a missing variable is reported before a missing shape.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()
with tf.variable_scope("a", reuse=True):
    tf.get_variable("w")
