# A default-named scope that ended in an error stays counted, so the next one is block_1.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()


def block(reuse):
    with tf.variable_scope(None, "block"):
        with tf.variable_scope("part", reuse=reuse):
            tf.get_variable("w", [1])


try:
    block(True)
except ValueError:
    pass
block(False)
block(None)
