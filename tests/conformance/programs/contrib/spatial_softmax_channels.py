# The channels of what spatial_softmax is given must be known.
# tensorflow: 1.15
import tensorflow as tf

tf.contrib.layers.spatial_softmax(tf.placeholder(tf.float32, [2, 3, 4, None]))
