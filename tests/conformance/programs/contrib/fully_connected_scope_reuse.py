# reuse=True together with scope= shares weights and biases.
# tensorflow: 1.15
import tensorflow as tf
from tensorflow.contrib import layers

x = tf.placeholder(tf.float32, [None, 3])
layers.fully_connected(x, 4, scope="fc")
layers.fully_connected(x, 4, scope="fc", reuse=True)
layers.fully_connected(x, 4, scope="fc", reuse=tf.AUTO_REUSE, activation_fn=None)
