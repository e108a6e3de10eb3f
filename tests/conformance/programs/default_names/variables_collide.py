# A default name may collide with a variable that was named by a slash.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()
tf.get_variable("block/w", [1])
with tf.variable_scope(None, "block"):
    tf.get_variable("w", [1])
