# A copy of a cell that was never called gets variables of its own.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()

import copy

cell = tf.nn.rnn_cell.GRUCell(3)
cells = [cell, copy.deepcopy(cell)]
x = tf.placeholder(tf.float32, [None, 7, 5])
tf.nn.bidirectional_dynamic_rnn(cells[0], cells[1], x, dtype=tf.float32)
print(cells[0] is cells[1])
