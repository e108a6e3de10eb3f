# The encoder's state starts the wrapped cell.
# tensorflow: 1.15
import tensorflow as tf

seq2seq = tf.contrib.seq2seq
source = tf.placeholder(tf.float32, [4, 9, 3])
memory, last = tf.nn.dynamic_rnn(tf.nn.rnn_cell.LSTMCell(5), source, dtype=tf.float32)
cell = seq2seq.AttentionWrapper(
    tf.nn.rnn_cell.LSTMCell(5),
    seq2seq.BahdanauAttention(5, memory, memory_sequence_length=tf.fill([4], 9)),
    attention_layer_size=5,
)
start = cell.zero_state(4, tf.float32).clone(cell_state=last)
helper = seq2seq.TrainingHelper(tf.zeros([4, 3, 2]), tf.fill([4], 3))
decoder = seq2seq.BasicDecoder(cell, helper, start, tf.layers.Dense(6))
outputs, _, _ = seq2seq.dynamic_decode(decoder)
tf.layers.dense(outputs.rnn_output, 1)
