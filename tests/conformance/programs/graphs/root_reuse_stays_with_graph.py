# A graph's root scope keeps its reuse between two entries.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()
graph = tf.Graph()
with graph.as_default():
    tf.get_variable("w", [1])
    tf.get_variable_scope().reuse_variables()
tf.get_variable("free", [1])
with graph.as_default():
    tf.get_variable("v", [1])
