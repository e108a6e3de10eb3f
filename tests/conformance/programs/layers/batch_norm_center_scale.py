# batch_normalization leaves out beta without center and gamma without scale, and freezes both with trainable=False.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()
x = tf.zeros([2, 3])
tf.layers.batch_normalization(x, center=False)
tf.layers.batch_normalization(x, scale=False)
tf.layers.batch_normalization(x, trainable=False, name="frozen")
