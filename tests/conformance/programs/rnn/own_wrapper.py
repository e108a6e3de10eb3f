# A wrapper of the program around a cell of TensorFlow's.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()


class Attentive(tf.nn.rnn_cell.RNNCell):
    def __init__(self, cell, memory):
        super(Attentive, self).__init__()
        self._cell = cell
        self._memory = memory

    @property
    def state_size(self):
        return self._cell.state_size

    @property
    def output_size(self):
        return self._cell.output_size

    def zero_state(self, batch_size, dtype):
        return self._cell.zero_state(batch_size, dtype)

    def call(self, inputs, state):
        query = tf.layers.dense(state.h, 6, name="query")
        scores = tf.reduce_sum(self._memory * tf.expand_dims(query, 1), 2, keepdims=True)
        context = tf.reduce_sum(tf.nn.softmax(scores, 1) * self._memory, 1)
        return self._cell(tf.concat([inputs, context], 1), state)


memory = tf.placeholder(tf.float32, [None, 9, 6])
x = tf.placeholder(tf.float32, [None, 7, 5])
cell = Attentive(tf.nn.rnn_cell.LSTMCell(4), memory)
outputs, _ = tf.nn.dynamic_rnn(cell, x, dtype=tf.float32)
tf.layers.dense(outputs, 3)
