# A global step made in a scope is found from everywhere, and not made twice.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()

with tf.variable_scope("a"):
    tf.train.create_global_step()
tf.train.get_or_create_global_step()
tf.train.create_global_step()
