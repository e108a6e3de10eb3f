# Each kind of layer has its own default scope, its own variables and its own kernel layout.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()
image = tf.placeholder(tf.float32, [None, 8, 8, 3])
line = tf.placeholder(tf.float32, [None, 8, 3])
volume = tf.placeholder(tf.float32, [None, 8, 8, 8, 3])
tf.layers.conv1d(line, 4, 3)
tf.layers.conv2d(image, 4, 3)
tf.layers.conv3d(volume, 4, (1, 2, 3))
tf.layers.conv2d_transpose(image, 4, (3, 5))
tf.layers.conv3d_transpose(volume, 4, 2)
tf.layers.separable_conv1d(line, 4, 3, depth_multiplier=2)
tf.layers.separable_conv2d(image, 4, 3, depth_multiplier=2)
tf.layers.batch_normalization(image)
