# Truth values have no sum.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()
flag = tf.get_variable("flag", initializer=True)
tf.get_variable("w", [2])
tf.reduce_sum(flag)
