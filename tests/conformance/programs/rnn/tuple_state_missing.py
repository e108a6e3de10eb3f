# An LSTM's state is a tuple; one tensor can't be taken apart.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()

x = tf.placeholder(tf.float32, [None, 7, 4])
state = tf.placeholder(tf.float32, [None, 10])
tf.nn.dynamic_rnn(tf.nn.rnn_cell.BasicLSTMCell(5), x, initial_state=state)
