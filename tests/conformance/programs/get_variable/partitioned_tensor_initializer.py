# A tensor as initial value says into which parts the variable falls.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()
tf.get_variable("v", initializer=tf.zeros([3, 2]), partitioner=tf.fixed_size_partitioner(2))
with tf.variable_scope("", reuse=True):
    tf.get_variable("v", [3, 2], partitioner=tf.fixed_size_partitioner(2))
