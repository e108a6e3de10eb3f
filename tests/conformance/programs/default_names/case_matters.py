# Upper and lower case are different default names; the op names are kept apart all the same.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()
with tf.variable_scope(None, "D"):
    tf.get_variable("w", [1])
with tf.variable_scope(None, "d") as scope:
    assert scope.name == "d"
    tf.get_variable("w", [1])
