# A default name can't be reused.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()

def block(x, reuse):
    with tf.variable_scope(None, "block", [x], reuse=reuse):
        return x * tf.get_variable("w", [1])


x = tf.ones([1])
block(x, False)
block(x, True)
