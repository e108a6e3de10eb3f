# Each part of a partitioned variable has its slots.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()
p = tf.fixed_size_partitioner(2)
with tf.variable_scope("a", partitioner=p):
    v = tf.get_variable("v", [4])
    tf.train.AdamOptimizer().minimize(tf.reduce_sum(v))

