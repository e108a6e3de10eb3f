# gdn wants three dimensions.
# tensorflow: 1.15
import tensorflow as tf

tf.contrib.layers.gdn(tf.zeros([2, 4]))
