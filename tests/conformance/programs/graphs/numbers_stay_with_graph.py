# A graph's default names go on between two entries.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()
graph = tf.Graph()


def block():
    with tf.variable_scope(None, "block"):
        tf.get_variable("w", [1])


with graph.as_default():
    block()
block()
with graph.as_default():
    block()
