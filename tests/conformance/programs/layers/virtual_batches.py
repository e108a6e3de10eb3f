# Virtual batches keep a weight for each axis of the input and one more.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()
x = tf.placeholder(tf.float32, [6, 4, 3])
tf.layers.batch_normalization(x, virtual_batch_size=2)
tf.layers.batch_normalization(x, virtual_batch_size=6, axis=1, scale=False)
tf.layers.batch_normalization(x, virtual_batch_size=3, axis=[1, 2], training=True)
tf.layers.BatchNormalization(virtual_batch_size=2)(tf.placeholder(tf.float32, [None, 5]))
tf.layers.batch_normalization(x, virtual_batch_size=None)
