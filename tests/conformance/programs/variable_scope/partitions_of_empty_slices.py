# A partitioner by size parts slices of no bytes: it refuses another division than that by the axis.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()
with tf.variable_scope("net", partitioner=tf.variable_axis_size_partitioner(64)):
    tf.get_variable("w", [3, 0])
