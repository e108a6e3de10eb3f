# A cell of the program that is built twice, once for training and once without.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()


class Cell(tf.nn.rnn_cell.RNNCell):
    def __init__(self, units, training, reuse=None):
        super(Cell, self).__init__(_reuse=reuse)
        self._units = units
        self._training = training

    @property
    def state_size(self):
        return self._units

    @property
    def output_size(self):
        return self._units

    def call(self, inputs, state):
        hidden = tf.layers.dense(tf.concat([inputs, state], 1), self._units, name="hidden")
        if self._training:
            hidden = tf.nn.dropout(hidden, 0.5)
        return hidden, hidden


x = tf.placeholder(tf.float32, [None, 7, 5])
tf.nn.dynamic_rnn(Cell(3, True), x, dtype=tf.float32)
tf.nn.dynamic_rnn(Cell(3, False, reuse=True), x, dtype=tf.float32)
tf.nn.dynamic_rnn(Cell(3, False), x, dtype=tf.float32)
