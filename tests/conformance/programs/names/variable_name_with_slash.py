# tf.Variable's name may hold slashes.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()
with tf.name_scope("a"):
    tf.Variable(0.0, name="b/w")
