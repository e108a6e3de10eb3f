# A scope of that name is no global step.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()

with tf.variable_scope("global_step"):
    tf.get_variable("v", [1])
tf.train.get_or_create_global_step()
tf.train.get_global_step()
