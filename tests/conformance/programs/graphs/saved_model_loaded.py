# A saved model is loaded into its session's graph, which then has operations of any name.
import os
import tempfile

import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()
folder = os.path.join(tempfile.mkdtemp(), "saved")
with tf.Session(graph=tf.Graph()) as session:
    x = tf.placeholder(tf.float32, [None, 3], name="fed_rows")
    y = tf.identity(x * 2.0, name="doubled_rows")
    tf.saved_model.simple_save(session, folder, {"x": x}, {"y": y})
graph = tf.Graph()
with tf.Session(graph=graph) as session:
    tf.saved_model.loader.load(session, [tf.saved_model.tag_constants.SERVING], folder)
    y = graph.get_tensor_by_name("doubled_rows:0")
    with tf.variable_scope("head"):
        tf.get_variable("scale", [3])
other = tf.Session(graph=tf.Graph())
tf.saved_model.load(other, ["serve"], folder)
other.graph.get_tensor_by_name("fed_rows:0")
with graph.as_default(), tf.variable_scope("head"):
    tf.get_variable("scale", [3])
