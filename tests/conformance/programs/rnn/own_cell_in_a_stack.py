# Cells of the program in a stack, with scopes of their own.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()


class Leaky(tf.nn.rnn_cell.RNNCell):
    def __init__(self, units):
        super(Leaky, self).__init__()
        self._units = units

    @property
    def state_size(self):
        return self._units

    @property
    def output_size(self):
        return self._units

    def call(self, inputs, state):
        state = 0.5 * state + tf.layers.dense(inputs, self._units)
        return state, state


stack = tf.nn.rnn_cell.MultiRNNCell([Leaky(4), tf.nn.rnn_cell.GRUCell(3), Leaky(2)])
x = tf.placeholder(tf.float32, [None, 7, 5])
tf.nn.dynamic_rnn(stack, x, dtype=tf.float32)
