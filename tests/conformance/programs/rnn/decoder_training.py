# BasicDecoder fed with the targets; the output layer is in the decoder's scope.
# tensorflow: 1.15
import tensorflow as tf

seq2seq = tf.contrib.seq2seq
inputs = tf.placeholder(tf.float32, [4, 7, 5])
lengths = tf.placeholder(tf.int32, [4])
cell = tf.nn.rnn_cell.LSTMCell(6)
helper = seq2seq.TrainingHelper(inputs, lengths)
decoder = seq2seq.BasicDecoder(
    cell, helper, cell.zero_state(4, tf.float32), output_layer=tf.layers.Dense(9)
)
outputs, state, _ = seq2seq.dynamic_decode(decoder)
tf.layers.dense(outputs.rnn_output, 2, name="of_output")
tf.layers.dense(state.h, 2, name="of_state")
weights = tf.ones([4, 7])
seq2seq.sequence_loss(outputs.rnn_output, tf.zeros([4, 7], tf.int32), weights)
