# Luong's attention needs the memory in the size of the cell.
# tensorflow: 1.15
import tensorflow as tf

seq2seq = tf.contrib.seq2seq
memory = tf.placeholder(tf.float32, [4, 9, 8])
with tf.variable_scope("decoder"):
    attention = seq2seq.LuongAttention(5, memory, scale=True)
    cell = seq2seq.AttentionWrapper(tf.nn.rnn_cell.GRUCell(5), attention)
    state = cell.zero_state(4, tf.float32)
    for _ in range(2):
        output, state = cell(tf.zeros([4, 2]), state)
    tf.layers.dense(output, 2)
    attention = seq2seq.LuongAttention(6, memory)
    cell = seq2seq.AttentionWrapper(tf.nn.rnn_cell.GRUCell(5), attention)
    cell(tf.zeros([4, 2]), cell.zero_state(4, tf.float32))
