# tf.Variable's value may come from a function.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()
w = tf.Variable(lambda: tf.truncated_normal([2, 2]), name="w", dtype=tf.float32)
