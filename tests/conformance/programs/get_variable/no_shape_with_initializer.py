# An initializer that needs a shape must be given one.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()
w = tf.get_variable("w", initializer=tf.truncated_normal_initializer(stddev=0.1))
