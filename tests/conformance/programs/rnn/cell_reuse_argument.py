# reuse=True in the constructor takes the scope by the cell's name, not a fresh one.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()

x = tf.placeholder(tf.float32, [2, 4])
first = tf.nn.rnn_cell.LSTMCell(3)
second = tf.nn.rnn_cell.LSTMCell(3, reuse=True)
first(x, first.zero_state(2, tf.float32))
second(x, second.zero_state(2, tf.float32))
