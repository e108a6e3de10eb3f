# A name of None inside a scope can't be joined to the scope's name.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()
with tf.variable_scope("a"):
    tf.get_variable(None, [1])
