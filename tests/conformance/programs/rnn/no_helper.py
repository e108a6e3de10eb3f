# A decoder needs a helper.
# tensorflow: 1.15
import tensorflow as tf

cell = tf.nn.rnn_cell.GRUCell(6)
tf.contrib.seq2seq.BasicDecoder(cell, None, cell.zero_state(4, tf.float32))
