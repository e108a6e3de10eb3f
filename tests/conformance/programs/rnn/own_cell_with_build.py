# build and add_variable, as TensorFlow's own cells do.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()


class Scaled(tf.nn.rnn_cell.RNNCell):
    def __init__(self, units, name=None):
        super(Scaled, self).__init__(name=name)
        self.units = units

    @property
    def state_size(self):
        return self.units

    @property
    def output_size(self):
        return self.units

    def build(self, shape):
        self.kernel = self.add_variable("kernel", [int(shape[-1]) + self.units, self.units])
        self.scale = self.add_weight("scale", [self.units], trainable=False)
        self.built = True

    def call(self, inputs, state):
        state = tf.matmul(tf.concat([inputs, state], 1), self.kernel) * self.scale
        return state, state


x = tf.placeholder(tf.float32, [None, 7, 5])
cell = Scaled(3)
tf.nn.dynamic_rnn(cell, x, dtype=tf.float32)
tf.nn.dynamic_rnn(Scaled(3, name="other"), x, dtype=tf.float32)
tf.get_variable("count", [len(cell.trainable_variables), len(cell.weights)])
