# AttentionCellWrapper's maps.
# tensorflow: 1.15
import tensorflow as tf

rnn = tf.contrib.rnn
cell = rnn.AttentionCellWrapper(rnn.LSTMCell(4), attn_length=5, attn_size=3)
x = tf.placeholder(tf.float32, [2, 7, 6])
outputs, state = tf.nn.dynamic_rnn(cell, x, dtype=tf.float32)
tf.layers.dense(outputs, 2)
