# Every contrib layer has a default scope of its own spelling.
# tensorflow: 1.15
import tensorflow as tf

layers = tf.contrib.layers
x = tf.zeros([2, 8, 8, 3])
layers.conv2d(x, 4, 3)
layers.convolution1d(tf.zeros([2, 8, 3]), 4, 3)
layers.conv2d_transpose(x, 4, 3, 2)
layers.separable_conv2d(x, 4, 3, 1)
layers.separable_conv2d(x, None, 3, 2)
layers.batch_norm(x)
layers.layer_norm(x)
layers.instance_norm(x)
layers.bias_add(x)
layers.embed_sequence(tf.zeros([2, 3], tf.int32), 5, 6)
