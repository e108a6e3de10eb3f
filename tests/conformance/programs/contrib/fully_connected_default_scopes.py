# Unnamed fully_connected layers take default scopes and call their variables weights and biases.
# tensorflow: 1.15
import tensorflow as tf

x = tf.placeholder(tf.float32, [None, 3])
h = tf.contrib.layers.fully_connected(x, 4)
h = tf.contrib.layers.fully_connected(h, 5)
tf.contrib.layers.linear(h, 1)
