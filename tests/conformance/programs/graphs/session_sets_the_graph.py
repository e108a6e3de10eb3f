# A session over a graph makes that graph the default one.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()
tf.get_variable("w", [1])
graph = tf.Graph()
with tf.Session(graph=graph):
    w = tf.get_variable("w", [1])
assert w.graph is graph
