# Two cells of the program's class in one scope.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()


class Plain(tf.nn.rnn_cell.RNNCell):
    state_size = 4
    output_size = 4

    def call(self, inputs, state):
        w = tf.get_variable("w", [4, 4])
        return inputs, tf.matmul(state, w)


x = tf.zeros([2, 4])
with tf.variable_scope("net"):
    first, second = Plain(), Plain()
    state = first.zero_state(2, tf.float32)
    for cell in (first, second, first, second):
        x, state = cell(x, state)
tf.nn.dynamic_rnn(Plain(), tf.zeros([2, 3, 4]), dtype=tf.float32)
tf.nn.dynamic_rnn(Plain(), tf.zeros([2, 3, 4]), dtype=tf.float32)
