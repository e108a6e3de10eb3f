# What is asserted to be a global step must be a scalar.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()

tf.train.assert_global_step(tf.zeros([2], tf.int32))
