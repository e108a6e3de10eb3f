# reuse=True before the scope was ever used: head/weights does not exist.
# tensorflow: 1.15
import tensorflow as tf

x = tf.placeholder(tf.float32, [None, 3])
tf.contrib.layers.fully_connected(x, 4, scope="body")
tf.contrib.layers.fully_connected(x, 4, scope="head", reuse=True)
