# reuse=False doesn't switch an inherited AUTO_REUSE off.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()
for _ in range(2):
    with tf.variable_scope("a", reuse=tf.AUTO_REUSE):
        with tf.variable_scope("b", reuse=False) as b:
            tf.get_variable("w", [1])
            assert b.reuse is tf.AUTO_REUSE
