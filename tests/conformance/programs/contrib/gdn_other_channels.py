# gdn shares its parameters for the same number of channels only.
# tensorflow: 1.15
import tensorflow as tf

tf.contrib.layers.gdn(tf.zeros([2, 4, 4]), name="g")
tf.contrib.layers.gdn(tf.zeros([2, 4, 4]), name="g", reuse=True)
tf.contrib.layers.gdn(tf.zeros([2, 4, 3]), name="g", reuse=True)
