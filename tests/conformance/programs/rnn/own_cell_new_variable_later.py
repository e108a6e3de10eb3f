# A variable that only a later step asks for does not exist.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()


class Counting(tf.nn.rnn_cell.RNNCell):
    state_size = 4
    output_size = 4

    def __init__(self):
        super(Counting, self).__init__()
        self.step = 0

    def call(self, inputs, state):
        self.step += 1
        return inputs, state + tf.get_variable("bias_%d" % self.step, [4])


cell = Counting()
_, state = cell(tf.zeros([2, 4]), tf.zeros([2, 4]))
cell(tf.zeros([2, 4]), state)
