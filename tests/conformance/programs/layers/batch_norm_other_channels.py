# A shared batch_normalization with another number of channels: Trying to share variable bn/gamma.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()
tf.layers.batch_normalization(tf.zeros([2, 3]), name="bn")
tf.layers.batch_normalization(tf.zeros([2, 4]), name="bn", reuse=True)
