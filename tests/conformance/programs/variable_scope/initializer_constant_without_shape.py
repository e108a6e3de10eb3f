# A constant as the scope's initializer gives shape and value.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()
with tf.variable_scope("a", initializer=[1.0, 2.0]):
    w = tf.get_variable("w")
assert w.shape.as_list() == [2]
