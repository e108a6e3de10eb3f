# With a scope given by name the second decoder collides.
# tensorflow: 1.15
import tensorflow as tf

seq2seq = tf.contrib.seq2seq
inputs = tf.placeholder(tf.float32, [4, 7, 5])
for _ in range(2):
    cell = tf.nn.rnn_cell.GRUCell(6)
    helper = seq2seq.TrainingHelper(inputs, tf.fill([4], 7))
    decoder = seq2seq.BasicDecoder(cell, helper, cell.zero_state(4, tf.float32))
    seq2seq.dynamic_decode(decoder, scope="decode")
