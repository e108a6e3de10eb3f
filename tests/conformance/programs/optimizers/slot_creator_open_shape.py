# A slot of zeros is as open in its shape as the variable.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()

from tensorflow.python.training import slot_creator
v = tf.Variable(tf.placeholder(tf.float32), validate_shape=False, name="v")
slot_creator.create_zeros_slot(v, name="slot", dtype=tf.float64)
