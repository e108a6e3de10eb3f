# A context manager that once inherited reuse=True keeps it.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()
with tf.variable_scope("z/a"):
    tf.get_variable("w", [1])
scope = tf.variable_scope("a")
with tf.variable_scope("z", reuse=True):
    with scope:
        tf.get_variable("w", [1])
with scope:
    tf.get_variable("v", [1])
