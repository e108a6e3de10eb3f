# reuse_variables() on an outer scope doesn't reach a scope that is open inside.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()
with tf.variable_scope("a") as a:
    with tf.variable_scope("b") as b:
        a.reuse_variables()
        tf.get_variable("w", [1])
        assert not b.reuse
