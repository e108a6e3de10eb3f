# A variable of a finalized graph can still be looked up.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()
w = tf.get_variable("w", [1])
tf.get_default_graph().finalize()
with tf.variable_scope(tf.get_variable_scope(), reuse=True, auxiliary_name_scope=False):
    assert tf.get_variable("w", [1]) is w
