# basic_rnn_seq2seq copies the cell for the encoder.
# tensorflow: 1.15
import tensorflow as tf

legacy = tf.contrib.legacy_seq2seq
steps = [tf.placeholder(tf.float32, [4, 5]) for _ in range(3)]
outputs, state = legacy.basic_rnn_seq2seq(steps, steps, tf.nn.rnn_cell.LSTMCell(6))
tf.layers.dense(outputs[-1], 2)
tf.layers.dense(state.h, 3)
legacy.tied_rnn_seq2seq(steps, steps, tf.nn.rnn_cell.GRUCell(6))
