# The global step has its own initializer and dtype, whatever the scope's.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()

with tf.variable_scope("a", initializer=tf.ones_initializer(), regularizer=lambda v: None, dtype=tf.float16):
    tf.train.create_global_step()
