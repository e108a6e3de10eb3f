# Slots made by hand are named after the variable and counted.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()

from tensorflow.python.training import slot_creator
v = tf.get_variable("v", [3])
w = tf.Variable([1, 2], name="w")
s = slot_creator.create_slot(v, tf.zeros([3]), name="slot")
with tf.variable_scope("a"):
    slot_creator.create_zeros_slot(v, name="zero")
    slot_creator.create_zeros_slot(w, "zero", dtype=tf.float32)
    slot_creator.create_slot_with_initializer(w, tf.ones_initializer(), tf.TensorShape([4]), tf.float32, "made")
print(s.op.name)
slot_creator.create_slot(v, tf.zeros([3]), name="slot")
