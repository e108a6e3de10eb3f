# The second argument is default_name and has no effect beside a name.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()
x = tf.ones([1])
with tf.variable_scope("a", [x]):
    tf.get_variable("w", [1])
with tf.variable_scope("a", True, reuse=True):
    tf.get_variable("w", [1])
