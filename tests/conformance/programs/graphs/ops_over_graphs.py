# Variables of two graphs can't meet in one op.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()
w = tf.get_variable("w", [1])
with tf.Graph().as_default():
    v = tf.get_variable("v", [1])
    tf.add(w, v)
