# Layers that read in both directions, one on the other: each needs a scope of its own.
# tensorflow: 0.12
import tensorflow as tf

steps = tf.unpack(tf.placeholder(tf.float32, [3, 4, 6]))
forward, backward = tf.nn.rnn_cell.LSTMCell(5), tf.nn.rnn_cell.LSTMCell(5)


def layers(names):
    inputs = steps
    for name in names:
        inputs, _, _ = tf.nn.bidirectional_rnn(
            forward, backward, inputs, dtype=tf.float32, scope=name
        )
    return inputs[-1]


layers(["first", "second"])
layers([None, None])
