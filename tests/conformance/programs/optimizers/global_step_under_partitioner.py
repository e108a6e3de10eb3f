# The global step has no parts.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()

with tf.variable_scope("a", partitioner=tf.fixed_size_partitioner(2)):
    tf.train.create_global_step()
    tf.train.get_global_step()
