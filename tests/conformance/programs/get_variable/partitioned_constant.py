# Parts of a variable whose initial value is a constant.
import tensorflow.compat.v1 as tf
tf.disable_v2_behavior()

halves = tf.fixed_size_partitioner(2)
table = tf.get_variable("table", initializer=tf.zeros([5, 3]), partitioner=halves)
with tf.variable_scope("encoder", partitioner=halves):
    offsets = tf.get_variable("offsets", initializer=tf.constant([1, 2, 3, 4]))
    scale = tf.get_variable("scale", shape=())
with tf.variable_scope("encoder", partitioner=halves, reuse=True):
    again = tf.get_variable("scale", shape=())
    tf.get_variable("offsets", [3], tf.int32)
