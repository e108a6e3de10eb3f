# MultiRNNCell gives each cell a numbered scope.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()

cells = tf.nn.rnn_cell
stack = cells.MultiRNNCell([cells.LSTMCell(3), cells.DropoutWrapper(cells.GRUCell(4), 0.5)])
x = tf.placeholder(tf.float32, [None, 7, 5])
outputs, state = tf.nn.dynamic_rnn(stack, x, dtype=tf.float32)
tf.layers.dense(outputs, 2, name="of_output")
tf.layers.dense(state[0].c, 2, name="of_first")
tf.layers.dense(state[-1], 2, name="of_last")
