# reuse_variables() on the root survives a caught error, so the next new variable does not exist.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()
tf.get_variable("v", [1])
try:
    tf.get_variable_scope().reuse_variables()
    tf.get_variable("typo", [1])
except ValueError:
    pass
tf.get_variable("v", [1])
tf.get_variable("new", [1])
