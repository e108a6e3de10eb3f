# A captured scope that doesn't reuse ignores that the scope around it does.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()
with tf.variable_scope("a") as a:
    pass
with tf.variable_scope("z", reuse=True):
    with tf.variable_scope(a) as again:
        assert not again.reuse
        tf.get_variable("w", [1])
