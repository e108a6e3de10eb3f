# Variables that come with an imported graph aren't in the store.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()
with tf.variable_scope("a"):
    tf.get_variable("w", [1])
meta = tf.train.export_meta_graph()
tf.reset_default_graph()
tf.train.import_meta_graph(meta)
assert [v.op.name for v in tf.global_variables()] == ["a/w"]
