# set_partitioner(None) ends the splitting.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()
with tf.variable_scope("a", partitioner=tf.fixed_size_partitioner(2)) as a:
    tf.get_variable("w", [2])
    a.set_partitioner(None)
    tf.get_variable("v", [2])
