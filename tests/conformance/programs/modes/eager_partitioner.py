# Eager variables are partitioned too, and never shared.
import tensorflow.compat.v1 as tf
tf.enable_eager_execution()
tf.get_variable("a", [4], partitioner=tf.fixed_size_partitioner(2))
with tf.variable_scope("s", partitioner=tf.fixed_size_partitioner(2)):
    tf.get_variable("b", [3, 2])
    tf.get_variable("b", [3, 2])
    tf.get_variable("c", [])
