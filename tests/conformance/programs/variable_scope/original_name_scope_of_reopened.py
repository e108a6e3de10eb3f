# The name scope of a second opening is numbered, the store's names aren't.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()
with tf.variable_scope("a") as first:
    w = tf.get_variable("w", [1])
with tf.variable_scope("a", reuse=True) as second:
    v = tf.Variable(w.initialized_value(), name="v")
assert (first.original_name_scope, second.original_name_scope) == ("a/", "a_1/")
