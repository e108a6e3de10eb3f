# contrib's names are the same classes.
# tensorflow: 1.15
import tensorflow as tf

cell = tf.contrib.rnn.MultiRNNCell([tf.contrib.rnn.BasicLSTMCell(3), tf.nn.rnn_cell.GRUCell(3)])
x = tf.placeholder(tf.float32, [None, 7, 5])
outputs, state = tf.contrib.rnn.static_rnn(cell, tf.unstack(x, axis=1), dtype=tf.float32)
same = isinstance(state[0], tf.contrib.rnn.LSTMStateTuple)
tf.get_variable("same", [1 + same])
