# A second decoder without reuse gets another default scope.
# tensorflow: 1.15
import tensorflow as tf

seq2seq = tf.contrib.seq2seq
inputs = tf.placeholder(tf.float32, [4, 7, 5])
for _ in range(2):
    cell = tf.nn.rnn_cell.GRUCell(6)
    helper = seq2seq.TrainingHelper(inputs, tf.fill([4], 7))
    seq2seq.dynamic_decode(seq2seq.BasicDecoder(cell, helper, cell.zero_state(4, tf.float32)))
