# A graph of one's own doesn't share with the default graph.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()
outer = tf.get_variable("w", [1])
with tf.Graph().as_default() as graph:
    inner = tf.get_variable("w", [2])
assert inner.graph is graph and outer.graph is tf.get_default_graph()
