# dynamic_rnn opens "rnn"; the cell's variables are in the cell's own scope below it.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()

x = tf.placeholder(tf.float32, [None, 7, 5])
outputs, state = tf.nn.dynamic_rnn(tf.nn.rnn_cell.LSTMCell(3), x, dtype=tf.float32)
tf.layers.dense(outputs[:, -1], 2)
tf.layers.dense(state.h, 1)
tf.layers.dense(tf.concat([state.c, state[1]], 1), 4, name="joined")
