# A session's as_default() doesn't make its graph the default one.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()
graph = tf.Graph()
with graph.as_default():
    tf.get_variable("w", [1])
session = tf.Session(graph=graph)
with session.as_default():
    w = tf.get_variable("w", [1])
assert w.graph is tf.get_default_graph()
