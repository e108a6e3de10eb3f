# The name scope in force, as the graph tells it.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()
graph = tf.get_default_graph()
tf.get_variable("at_" + (graph.get_name_scope() or "root"), ())
with tf.variable_scope("a"):
    with tf.name_scope("b"):
        tf.get_variable("at_" + graph.get_name_scope().replace("/", "_"), ())
with tf.variable_scope("a"):
    tf.get_variable("again_" + graph.get_name_scope(), ())
