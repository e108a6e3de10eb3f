# Networks of tf.contrib.eager whose layers are cells of recurrent networks.
# tensorflow: 1.12
import tensorflow as tf

tfe = tf.contrib.eager


class OwnCell(tf.nn.rnn_cell.RNNCell):
    def __init__(self, size):
        super(OwnCell, self).__init__()
        self.size = size

    @property
    def state_size(self):
        return self.size

    @property
    def output_size(self):
        return self.size

    def call(self, x, state):
        w = tf.get_variable("w", [x.shape[1].value, self.size])
        out = tf.matmul(x, w) + state
        return out, out


class Recurrent(tfe.Network):
    def __init__(self, cells):
        super(Recurrent, self).__init__()
        for i, cell in enumerate(cells):
            setattr(self, "cell-%d" % i, self.track_layer(cell))
        self.cells = cells
        self.linear = self.track_layer(tf.layers.Dense(2, name="lin"))
        self.drop = self.track_layer(tf.layers.Dropout(0.5))

    def call(self, x, training=False):
        for cell in self.cells:
            x, _ = cell(x, cell.zero_state(2, tf.float32))
        return self.linear(self.drop(x, training=training))


class Unrolled(tfe.Network):
    def __init__(self):
        super(Unrolled, self).__init__()
        self.cell = self.track_layer(tf.nn.rnn_cell.GRUCell(3))

    def call(self, x):
        outputs, _ = tf.nn.static_rnn(self.cell, tf.unstack(x, axis=1), dtype=tf.float32)
        return outputs[-1]


two = Recurrent([tf.nn.rnn_cell.BasicLSTMCell(3) for _ in range(2)])
two(tf.zeros([2, 4]), training=True)
two(tf.zeros([2, 4]))
Recurrent([tf.nn.rnn_cell.GRUCell(3), tf.nn.rnn_cell.LSTMCell(4, name="named")])(tf.zeros([2, 5]))
Recurrent([OwnCell(3), OwnCell(2)])(tf.zeros([2, 3]))
unrolled = Unrolled()
unrolled(tf.zeros([2, 3, 4]))
unrolled(tf.zeros([2, 3, 4]))
