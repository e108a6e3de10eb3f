# A block of reversible layers calls its functions once for every layer, each in a scope of its own.
# tensorflow: 1.15
import tensorflow as tf

layers = tf.contrib.layers


def f(x):
    return tf.layers.dense(x, x.shape[-1].value, use_bias=False)


def g(x, side):
    return x + tf.get_variable("scale", [4]) + side[0]


x1, x2 = tf.zeros([2, 4]), tf.zeros([2, 4])
y1, y2 = layers.rev_block(x1, x2, f, f, num_layers=2)
layers.fully_connected(y1, 3, scope="after")
layers.rev_block(x1, x2, f, g, g_side_input=[tf.ones([4])], is_training=False)
block = layers.RevBlock([f, f], f, 2, name="mine")
z1, z2 = block.forward(x1, x2)
block.backward(z1, z2)
block.forward(y1, y2)
tf.get_variable("count", [1 + len(block.variables)])
with tf.variable_scope("m"):
    layers.rev_block(x1, x2, f, f)
with tf.variable_scope("m", reuse=True):
    layers.rev_block(x1, x2, f, f)
with tf.variable_scope("m"):
    layers.rev_block(x1, x2, f, f)
