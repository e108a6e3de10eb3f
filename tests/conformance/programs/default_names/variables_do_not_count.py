# A variable's name with a slash doesn't count as an opened scope.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()
tf.get_variable("block/w", [1])
with tf.variable_scope(None, "block"):
    tf.get_variable("v", [1])
