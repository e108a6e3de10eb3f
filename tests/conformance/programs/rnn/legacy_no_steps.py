# An attention decoder needs a step.
# tensorflow: 1.15
import tensorflow as tf

cell = tf.nn.rnn_cell.GRUCell(6)
memory = tf.zeros([4, 3, 6])
tf.contrib.legacy_seq2seq.attention_decoder([], tf.zeros([4, 6]), memory, cell)
