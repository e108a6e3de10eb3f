# The layers of an attention and where they live.
# tensorflow: 1.15
import tensorflow as tf

seq2seq = tf.contrib.seq2seq
memory = tf.placeholder(tf.float32, [4, 9, 8])
attention = seq2seq.BahdanauAttention(6, memory, normalize=True)
cell = seq2seq.AttentionWrapper(tf.nn.rnn_cell.LSTMCell(5), attention, attention_layer_size=7)
helper = seq2seq.TrainingHelper(tf.zeros([4, 3, 2]), tf.fill([4], 3))
decoder = seq2seq.BasicDecoder(cell, helper, cell.zero_state(4, tf.float32))
outputs, state, _ = seq2seq.dynamic_decode(decoder)
tf.layers.dense(outputs.rnn_output, 2)
tf.layers.dense(state.attention, 3)
tf.layers.dense(state.cell_state.h, 4)
