# gdn knows other names of the formats.
# tensorflow: 1.15
import tensorflow as tf

tf.contrib.layers.gdn(tf.zeros([2, 8, 8, 4]), data_format="NHWC")
