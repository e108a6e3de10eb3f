# tensorflow: 1.15
import numpy as np
import tensorflow as tf

images = np.random.uniform(size=(5, 6, 6, 3)).astype(np.float32)
net = tf.contrib.layers.conv2d(images, 4, [3, 3], stride=2)
tf.contrib.layers.fully_connected(np.ones((2, 7), dtype="float32"), 5)
tf.contrib.layers.conv3d(images, 4, 3)
