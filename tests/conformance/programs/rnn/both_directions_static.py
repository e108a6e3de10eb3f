# static_bidirectional_rnn joins the outputs of both directions.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()

x = [tf.placeholder(tf.float32, [None, 5]) for _ in range(3)]
cells = [tf.nn.rnn_cell.LSTMCell(n) for n in (3, 4)]
outputs, first, last = tf.nn.static_bidirectional_rnn(*cells, inputs=x, dtype=tf.float32)
tf.layers.dense(outputs[-1], 2)
tf.layers.dense(tf.concat([first.c, last.h], 1), 2)
