# Integers and booleans start at zero when no initializer is given.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()
n = tf.get_variable("n", [2], dtype=tf.int32, trainable=False)
flag = tf.get_variable("flag", [], dtype=tf.bool, trainable=False)
