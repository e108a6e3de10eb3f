# A scope's partitioner splits all variables asked for in it.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()
with tf.variable_scope("a", partitioner=tf.fixed_size_partitioner(2)):
    tf.get_variable("w", [4, 2])
    tf.get_variable("b", [2])
