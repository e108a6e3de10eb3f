# Where operations run at once, an error inside a cell's call is told at its own line.
# tensorflow: 2.21
import tensorflow.compat.v1 as tf


class Cell(tf.nn.rnn_cell.RNNCell):
    state_size = 2
    output_size = 2

    def call(self, inputs, state):
        tf.get_variable("w", [2.5])
        return inputs, state


Cell()(tf.zeros([4, 2]), tf.zeros([4, 2]))
