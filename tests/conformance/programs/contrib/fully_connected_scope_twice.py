# Two fully_connected layers with the same scope and no reuse: fc/weights already exists.
# tensorflow: 1.15
import tensorflow as tf

x = tf.placeholder(tf.float32, [None, 3])
tf.contrib.layers.fully_connected(x, 4, scope="fc")
tf.contrib.layers.fully_connected(x, 4, scope="fc")
