# A cell that overrides __call__ opens its scope by itself.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()


class OldCell(tf.nn.rnn_cell.RNNCell):
    def __init__(self, units):
        self._units = units

    @property
    def state_size(self):
        return self._units

    @property
    def output_size(self):
        return self._units

    def __call__(self, inputs, state, scope=None):
        with tf.variable_scope(scope or type(self).__name__):
            w = tf.get_variable("W", [inputs.get_shape()[1], self._units])
            u = tf.get_variable("U", [self._units, self._units])
            state = tf.tanh(tf.matmul(inputs, w) + tf.matmul(state, u))
        return state, state


x = tf.placeholder(tf.float32, [None, 7, 5])
tf.nn.dynamic_rnn(OldCell(3), x, dtype=tf.float32)
tf.nn.static_rnn(OldCell(3), tf.unstack(x, 7, 1), dtype=tf.float32, scope="unrolled")
with tf.variable_scope("by_hand"):
    cell = OldCell(3)
    state = cell.zero_state(2, tf.float32)
    for _ in range(2):
        _, state = cell(tf.zeros([2, 5]), state)
