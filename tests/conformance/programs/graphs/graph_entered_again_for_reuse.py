# A graph that is entered again can be shared from.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()
graph = tf.Graph()
with graph.as_default():
    w = tf.get_variable("w", [1])
with graph.as_default(), tf.variable_scope("", reuse=True):
    assert tf.get_variable("w", [1]) is w
