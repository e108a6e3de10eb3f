# Two cells, two scopes.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()

x = tf.placeholder(tf.float32, [None, 7, 5])
cells = [tf.nn.rnn_cell.LSTMCell(n) for n in (3, 4)]
outputs, states = tf.nn.bidirectional_dynamic_rnn(cells[0], cells[1], x, dtype=tf.float32)
tf.layers.dense(tf.concat(outputs, 2), 2)
tf.layers.dense(tf.concat([states[0].h, states[1].c], 1), 2)
