# Variables that come with an imported graph aren't in the store; its other collections come too.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()
with tf.variable_scope("a"):
    w = tf.get_variable("w", [1])
tf.add_to_collection("outputs", w * 2.0)
meta = tf.train.export_meta_graph()
tf.reset_default_graph()
tf.train.import_meta_graph(meta)
assert [v.op.name for v in tf.global_variables()] == ["a/w"]
output = tf.get_collection("outputs")[0]
with tf.Session() as session:
    session.run(tf.global_variables_initializer())
    session.run(output)
