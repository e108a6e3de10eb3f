# batch_norm makes no gamma unless scale=True, and no beta with center=False.
# tensorflow: 1.15
import tensorflow as tf

x = tf.zeros([2, 5, 5, 3])
tf.contrib.layers.batch_norm(x)
tf.contrib.layers.batch_norm(x, scale=True, center=False)
tf.contrib.layers.batch_norm(x, scale=True, trainable=False, scope="frozen")
tf.contrib.layers.batch_norm(tf.zeros([2, 3]), scale=True, updates_collections=None)
