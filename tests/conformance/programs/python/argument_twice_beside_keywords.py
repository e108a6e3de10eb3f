# An argument given twice is refused, though the function takes any keywords.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()


def weight(scope, shape=(2,), **more):
    with tf.variable_scope(scope):
        return tf.get_variable("w", shape, **more)


weight("a", trainable=False)
weight(scope="b", shape=[3], dtype=tf.float64)
try:
    weight("c", (1,), shape=[4])
except TypeError:
    tf.get_variable("refused", [1])
weight("d", scope="e")
