# A Python number is no global step.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()

tf.train.assert_global_step(3)
