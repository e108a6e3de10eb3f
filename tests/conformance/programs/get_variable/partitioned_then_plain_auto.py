# AUTO_REUSE doesn't find the parts without the partitioner.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()
with tf.variable_scope("a", partitioner=tf.fixed_size_partitioner(2)):
    tf.get_variable("w", [4])
with tf.variable_scope("a", reuse=tf.AUTO_REUSE):
    tf.get_variable("w", [4])
