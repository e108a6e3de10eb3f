# A shape that is open may be a global step's.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()

tf.train.assert_global_step(tf.placeholder(tf.int32))
tf.train.assert_global_step(tf.placeholder(tf.int32,[None]))
tf.train.assert_global_step(tf.placeholder(tf.int32,[3]))
