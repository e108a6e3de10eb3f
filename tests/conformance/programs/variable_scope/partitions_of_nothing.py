# A partitioner by size is asked to part a dimension of size 0: Python refuses the division.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()
with tf.variable_scope("net", partitioner=tf.variable_axis_size_partitioner(64)):
    tf.get_variable("w", [0, 3])
