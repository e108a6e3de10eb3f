# With reuse=True the parts are found without naming the partitioner.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()
with tf.variable_scope("a", partitioner=tf.fixed_size_partitioner(2)):
    made = tf.get_variable("w", [4])
with tf.variable_scope("a", reuse=True):
    assert tf.get_variable("w", [4]) is made
