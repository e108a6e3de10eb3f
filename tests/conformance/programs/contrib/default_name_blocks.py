# Blocks under variable_scope(None, "block") number themselves, so their inner scopes never collide.
# tensorflow: 1.15
import tensorflow as tf

slim = tf.contrib.slim
x = tf.placeholder(tf.float32, [None, 8, 8, 3])
for depth in (4, 8, 8):
    with tf.variable_scope(None, "block", [x]):
        shortcut = slim.conv2d(x, depth, 1, scope="shortcut")
        residual = slim.conv2d(x, depth, 3, scope="conv")
        x = tf.nn.relu(shortcut + residual)
