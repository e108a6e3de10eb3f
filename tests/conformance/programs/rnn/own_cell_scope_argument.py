# call gets the scope where it has the parameter.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()


class Scoped(tf.nn.rnn_cell.RNNCell):
    state_size = 4
    output_size = 4

    def call(self, inputs, state, scope=None):
        with tf.variable_scope(scope or "unnamed"):
            tf.get_variable("v", [1])
        with tf.variable_scope("inner"):
            tf.get_variable("v", [1])
        return inputs, state


cell = Scoped()
cell(tf.zeros([2, 4]), tf.zeros([2, 4]))
Scoped()(tf.zeros([2, 4]), tf.zeros([2, 4]), scope="given")
