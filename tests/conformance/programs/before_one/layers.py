# The layers of contrib, and a scope for all their arguments, as a network of that time has them.
# tensorflow: 0.12
import tensorflow as tf

layers, slim = tf.contrib.layers, tf.contrib.slim
x = tf.placeholder(tf.float32, [None, 8, 8, 3])


def network(x, reuse=None):
    with tf.variable_scope("net", reuse=reuse):
        with slim.arg_scope([slim.conv2d], normalizer_fn=None, stride=2):
            h = slim.conv2d(x, 4, [3, 3])
            h = slim.conv2d(h, 4, [3, 3], scope="named")
        h = layers.conv2d_transpose(h, 2, [3, 3], stride=2)
        h = tf.concat(1, [layers.flatten(h), layers.flatten(h)])
        h = layers.fully_connected(h, 5, normalizer_fn=layers.layer_norm)
        return layers.linear(h, 1, scope="score")


network(x)
network(tf.zeros([2, 8, 8, 3]), reuse=True)
network(tf.zeros([2, 8, 8, 5]), reuse=True)
