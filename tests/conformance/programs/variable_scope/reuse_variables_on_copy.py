# reuse_variables() inside an opening by object changes a copy only.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()
with tf.variable_scope("a") as a:
    tf.get_variable("w", [1])
with tf.variable_scope(a) as copy:
    copy.reuse_variables()
    tf.get_variable("w", [1])
with tf.variable_scope(a):
    tf.get_variable("w", [1])
