# A scope object made under a graph makes it the default where it is entered.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()
graph = tf.Graph()
with graph.as_default():
    scope = tf.variable_scope("a")
with scope:
    w = tf.get_variable("w", [1])
assert w.graph is graph
