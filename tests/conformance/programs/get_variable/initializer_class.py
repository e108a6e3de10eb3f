# An initializer may be a class, an instance or the function that makes one.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()
tf.get_variable("a", [2], initializer=tf.zeros_initializer)
tf.get_variable("b", [2], initializer=tf.zeros_initializer())
tf.get_variable("c", [2], initializer=tf.truncated_normal_initializer(stddev=0.02))
