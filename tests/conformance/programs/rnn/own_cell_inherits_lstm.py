# A cell that changes what TensorFlow's LSTM does with its state.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()


class Masked(tf.nn.rnn_cell.BasicLSTMCell):
    def call(self, inputs, state):
        output, new = super(Masked, self).call(inputs, state)
        mask = tf.get_variable("mask", [self._num_units])
        return output * mask, tf.nn.rnn_cell.LSTMStateTuple(new.c * mask, new.h)


x = tf.placeholder(tf.float32, [None, 7, 5])
cell = Masked(3)
outputs, state = tf.nn.dynamic_rnn(cell, x, dtype=tf.float32)
tf.get_variable("sizes", [cell.output_size, cell.state_size.c])
tf.layers.dense(state.h, int(outputs.shape[1]))
