# A cell of the program with call: the base class opens the scope, named after the class.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()


class GatedCell(tf.nn.rnn_cell.RNNCell):
    def __init__(self, units):
        super(GatedCell, self).__init__()
        self.units = units

    @property
    def state_size(self):
        return self.units

    @property
    def output_size(self):
        return self.units

    def call(self, inputs, state):
        gate = tf.layers.dense(tf.concat([inputs, state], 1), self.units, tf.sigmoid, name="gate")
        bias = tf.get_variable("bias", [self.units])
        state = gate * state + bias
        return state, state


x = tf.placeholder(tf.float32, [None, 7, 5])
cell = GatedCell(3)
outputs, _ = tf.nn.dynamic_rnn(cell, x, dtype=tf.float32)
tf.layers.dense(outputs, 2)
tf.get_variable("count", [1 + len(cell.variables)])
