# A plain request of a name that was made in parts.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()
with tf.variable_scope("a", partitioner=tf.fixed_size_partitioner(2)):
    tf.get_variable("w", [4])
with tf.variable_scope("a"):
    tf.get_variable("w", [4])
