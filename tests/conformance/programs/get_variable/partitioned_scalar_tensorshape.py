# A scalar shape that isn't an empty list reaches the partitioner's check.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()
with tf.variable_scope("a", partitioner=tf.fixed_size_partitioner(2)):
    tf.get_variable("n", tf.TensorShape([]))
