# reuse=True of an inner scope doesn't reach its sibling or its parent.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()
with tf.variable_scope("a") as a:
    with tf.variable_scope("b"):
        tf.get_variable("w", [1])
    with tf.variable_scope("b", reuse=True):
        tf.get_variable("w", [1])
    assert not a.reuse
    with tf.variable_scope("c"):
        tf.get_variable("w", [1])
