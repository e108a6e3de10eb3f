# A tensor has slots as well.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()

from tensorflow.python.training import slot_creator
t = tf.constant([1.0, 2.0], name="t")
slot_creator.create_zeros_slot(t, name="slot")
with tf.control_dependencies(None):
    slot_creator.create_slot(t, tf.constant([5.0]), name="other", colocate_with_primary=False)
