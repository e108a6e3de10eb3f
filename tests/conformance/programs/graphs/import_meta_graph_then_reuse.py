# An imported variable can't be asked for.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()
with tf.variable_scope("a"):
    tf.get_variable("w", [1])
meta = tf.train.export_meta_graph()
with tf.Graph().as_default():
    tf.train.import_meta_graph(meta)
    with tf.variable_scope("a", reuse=True):
        tf.get_variable("w", [1])
