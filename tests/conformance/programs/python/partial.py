# functools.partial fixes arguments of a layer function; a later keyword wins.
import functools

import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()


def block(x, units, activation=None, name="block", reuse=None):
    return tf.layers.dense(x, units, activation, name=name, reuse=reuse)


relu_block = functools.partial(block, activation=tf.nn.relu)
shared = functools.partial(relu_block, units=4, name="shared", reuse=tf.AUTO_REUSE)
dense3 = functools.partial(tf.layers.dense, units=3, use_bias=False)
x = tf.zeros([2, 4])
for _ in range(3):
    x = shared(x)
x = shared(x, name="own")
x = relu_block(x, 5)
x = dense3(x)
dense3(x, units=2, name="last")
