# gdn wants to know the number of channels.
# tensorflow: 1.15
import tensorflow as tf

tf.contrib.layers.gdn(tf.placeholder(tf.float32, [None, 4, None]))
