# A variable named like a scope shares no name with what is inside the scope.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()
tf.get_variable("a", [1])
with tf.variable_scope("a"):
    tf.get_variable("w", [1])
    tf.Variable(0.0, name="v")
