# The four basic cells and their weights.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()

cells = tf.nn.rnn_cell
x = tf.placeholder(tf.float32, [2, 4])
for cell in [cells.BasicRNNCell(3), cells.GRUCell(3), cells.BasicLSTMCell(3), cells.LSTMCell(3)]:
    cell(x, cell.zero_state(2, tf.float32))
