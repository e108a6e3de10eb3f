# A context manager with a default name keeps the name it got first.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()
scope = tf.variable_scope(None, default_name="block")
for _ in range(2):
    with scope:
        tf.get_variable("w", [1])
