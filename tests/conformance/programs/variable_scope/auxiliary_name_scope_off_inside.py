# Without a name scope of its own, a scope stays in the one around it.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()
with tf.variable_scope("a"):
    with tf.variable_scope("b", auxiliary_name_scope=False) as scope:
        tf.get_variable("w", [1])
        tf.Variable(0.0, name="v")
        assert scope.original_name_scope == "a/"
