# reuse=True without scope=: reuse=True cannot be used without a name_or_scope.
# tensorflow: 1.15
import tensorflow as tf

x = tf.placeholder(tf.float32, [None, 3])
tf.contrib.layers.fully_connected(x, 4)
tf.contrib.layers.fully_connected(x, 4, reuse=True)
