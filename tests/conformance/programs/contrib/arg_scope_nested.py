# Nested arg_scopes merge, and a captured one replaces what is in force.
# tensorflow: 1.15
import tensorflow as tf

slim = tf.contrib.slim
x = tf.zeros([2, 3])
with slim.arg_scope([slim.fully_connected], biases_initializer=None) as no_bias:
    with slim.arg_scope([slim.fully_connected], normalizer_fn=slim.layer_norm):
        slim.fully_connected(x, 4, scope="inner")
    slim.fully_connected(x, 4, scope="outer")
slim.fully_connected(x, 4, scope="plain")
with slim.arg_scope(no_bias):
    slim.fully_connected(x, 4, scope="captured")
