# A number is no value for a slot.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()

from tensorflow.python.training import slot_creator
v = tf.get_variable("v", [3])
slot_creator.create_slot(v, 1.0, "made")
