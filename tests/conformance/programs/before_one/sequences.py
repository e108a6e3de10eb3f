# rnn, dynamic_rnn and both directions open RNN and BiRNN; two networks in one scope collide.
# tensorflow: 0.12
import tensorflow as tf

cells = tf.nn.rnn_cell
x = tf.placeholder(tf.float32, [3, 7, 4])
lengths = tf.placeholder(tf.int32, [3])
steps = [tf.squeeze(one, [1]) for one in tf.split(1, 7, x)]


def inside(place, network, *args, **given):
    with tf.variable_scope(place):
        return network(*args, dtype=tf.float32, **given)


gru = cells.GRUCell(5)
outputs, state = inside("static", tf.nn.rnn, gru, steps)
tf.get_variable("out", outputs[-1].get_shape()[1:])
inside("static_named", tf.nn.rnn, gru, steps, scope="mine")
outputs, _ = inside("dynamic", tf.nn.dynamic_rnn, gru, x)
tf.get_variable("all", outputs.get_shape()[1:])
inside("dynamic_lengths", tf.nn.dynamic_rnn, gru, x, sequence_length=lengths)
inside("both", tf.nn.bidirectional_rnn, gru, gru, steps)
inside("both_dynamic", tf.nn.bidirectional_dynamic_rnn, gru, cells.LSTMCell(2), x, lengths)
inside("stack", tf.nn.dynamic_rnn, cells.MultiRNNCell([cells.BasicLSTMCell(5)] * 2), x)


class Own(cells.RNNCell):
    output_size = state_size = 5

    def __call__(self, inputs, state, scope=None):
        with tf.variable_scope(scope or type(self).__name__):
            made = cells._linear([inputs, state], 5, True)
        return made, made


inside("own", tf.nn.dynamic_rnn, Own(), x)
with tf.variable_scope("loop") as scope:
    state = gru.zero_state(3, tf.float32)
    for i, step in enumerate(steps):
        if i:
            scope.reuse_variables()
        _, state = gru(step, state)
inside("dynamic", tf.nn.dynamic_rnn, cells.LSTMCell(5), x)
inside("dynamic", tf.nn.dynamic_rnn, gru, x)
