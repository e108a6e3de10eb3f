# A vector that has the name of the global step is refused as one.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()

tf.get_variable("global_step", [2], dtype=tf.int64, initializer=tf.zeros_initializer())
tf.train.get_global_step()
