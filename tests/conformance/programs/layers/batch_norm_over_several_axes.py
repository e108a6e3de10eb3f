# Batch normalisation over several axes, in scopes that share.
import tensorflow.compat.v1 as tf
tf.disable_v2_behavior()

images = tf.placeholder(tf.float32, [None, 6, 7, 3])
with tf.variable_scope("pixels"):
    normal = tf.layers.batch_normalization(images, axis=[1, 2])
    normal = tf.layers.batch_normalization(normal, axis=[-1], scale=False)
with tf.variable_scope("pixels", reuse=True):
    tf.layers.batch_normalization(images, axis=[1, 3])
