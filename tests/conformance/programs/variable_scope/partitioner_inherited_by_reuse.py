# A captured scope keeps its partitioner.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()
with tf.variable_scope("a", partitioner=tf.fixed_size_partitioner(2)) as a:
    made = tf.get_variable("w", [6])
with tf.variable_scope(a, reuse=True):
    assert tf.get_variable("w", [6]) is made
