# A list is no shape for a slot.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()

from tensorflow.python.training import slot_creator
v = tf.get_variable("v", [3])
slot_creator.create_slot_with_initializer(v, tf.ones_initializer(), [4], tf.float32, "made")
