# The body of tf.while_loop runs once while the graph is built and makes its variable once.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()


def body(i, total):
    with tf.variable_scope("body"):
        step = tf.get_variable("step", [], initializer=tf.ones_initializer())
        return i + 1, total + step


tf.while_loop(lambda i, total: i < 10, body, [tf.constant(0), tf.constant(0.0)])
