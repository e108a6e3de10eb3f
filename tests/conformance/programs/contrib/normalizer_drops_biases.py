# A normalizer_fn takes the place of the biases, and its own scope lies inside the layer's.
# tensorflow: 1.15
import tensorflow as tf

layers = tf.contrib.layers
x = tf.zeros([2, 3])
h = layers.fully_connected(x, 4, normalizer_fn=layers.batch_norm)
h = layers.fully_connected(h, 5, normalizer_fn=layers.layer_norm, scope="second")
layers.fully_connected(h, 1)
