# A scalar (an empty list as shape) isn't split.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()
with tf.variable_scope("a", partitioner=tf.fixed_size_partitioner(2)):
    tf.get_variable("n", [])
