# A session opened on a graph makes it the default, and with it the strict store: v already exists.
# tensorflow: 2.21
import tensorflow.compat.v1 as tf

graph = tf.Graph()
with tf.Session(graph=graph):
    tf.get_variable("v", [1])
with graph.as_default():
    tf.get_variable("v", [1])
