# Slots ignore the scope's partitioner and initializer; a variable does not, and its parts have no slice of a number.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()

from tensorflow.python.training import slot_creator
v = tf.get_variable("v", [3])
with tf.variable_scope("s", partitioner=tf.fixed_size_partitioner(3), initializer=2.0):
    slot_creator.create_zeros_slot(v, "made")
    tf.get_variable("w", [3])
