# A slot made by hand is looked up in a scope that reuses.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()

from tensorflow.python.training import slot_creator
v = tf.get_variable("v", [3])
slot_creator.create_slot(v, v.initialized_value(), name="slot")
with tf.variable_scope("a", reuse=True):
    slot_creator.create_slot(v, v.initialized_value(), name="slot")
