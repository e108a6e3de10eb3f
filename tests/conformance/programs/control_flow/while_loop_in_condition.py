# The condition runs before the body, so it creates the limit that the body shares.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()


def limit():
    with tf.variable_scope("loop", reuse=tf.AUTO_REUSE):
        return tf.get_variable("limit", [], initializer=tf.ones_initializer())


def condition(x):
    tf.get_variable("first", [], initializer=tf.ones_initializer())
    return x < limit()


def body(x):
    tf.get_variable("second", [], initializer=tf.ones_initializer())
    return x + limit()


tf.while_loop(condition, body, [tf.constant(0.0)])
