# Strides, padding and rates of conv2d and the poolings decide the fully connected weights behind flatten.
# tensorflow: 1.15
import tensorflow as tf

layers = tf.contrib.layers
x = tf.placeholder(tf.float32, [None, 28, 28, 1])
h = layers.conv2d(x, 8, 5, 2)
h = layers.max_pool2d(h, 3)
h = layers.conv2d(h, 16, [3, 2], padding="VALID", scope="narrow")
h = layers.avg_pool2d(h, [2, 2], stride=1, padding="SAME")
h = layers.conv2d(h, 4, 3, rate=2)
layers.fully_connected(layers.flatten(h), 10)
