# Truth values have a largest in no version.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()
tf.get_variable("w", [2])
tf.reduce_max(tf.constant([True, False]))
