# A context manager that is entered again opens the same place without reuse.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()
scope = tf.variable_scope("a")
with scope:
    tf.get_variable("w", [1])
with scope:
    tf.get_variable("w", [1])
