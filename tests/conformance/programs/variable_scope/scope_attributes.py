# What an opened scope says of itself.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()
with tf.variable_scope("a"):
    with tf.variable_scope("b", reuse=tf.AUTO_REUSE) as b:
        assert (b.name, b.original_name_scope, b.dtype) == ("a/b", "a/b/", tf.float32)
        tf.get_variable("w", [1])
        assert tf.get_variable_scope() is b
assert tf.get_variable_scope().name == ""
assert tf.get_variable_scope().reuse is False
