# After reuse_variables() the scope creates nothing any more.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()
with tf.variable_scope("a") as a:
    tf.get_variable("w", [1])
    a.reuse_variables()
    tf.get_variable("b", [1])
