# A graph that is entered again still has its variables.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()
graph = tf.Graph()
with graph.as_default():
    tf.get_variable("w", [1])
with graph.as_default():
    tf.get_variable("w", [1])
