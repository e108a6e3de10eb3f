# A scope object made under the default graph leads back to it.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()
scope = tf.variable_scope("a")
with tf.Graph().as_default():
    with scope:
        w = tf.get_variable("w", [1])
assert w.graph is tf.get_default_graph()
