# A residual function that is False or empty is none; one of the program's may make variables
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()

x = tf.placeholder(tf.float32, [None, 5, 4])


def projected(inputs, outputs):
    return tf.layers.Dense(6, use_bias=False, name="projected")(inputs) + outputs


for at, (function, units) in enumerate(
    [(None, 4), (False, 4), (0, 4), ("", 4), (projected, 6), (False, 6)]
):
    with tf.variable_scope("scope_%d" % at):
        cell = tf.nn.rnn_cell.ResidualWrapper(tf.nn.rnn_cell.GRUCell(units), residual_fn=function)
        tf.nn.dynamic_rnn(cell, x, dtype=tf.float32)
