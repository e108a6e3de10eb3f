# A number is no scope name; the error comes on entry.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()
scopes = [tf.variable_scope(i) for i in range(1, 3)]
with scopes[0]:
    tf.get_variable("w", [1])
