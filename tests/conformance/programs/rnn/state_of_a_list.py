# A stack gives its states in a tuple.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()

stack = tf.nn.rnn_cell.MultiRNNCell([tf.nn.rnn_cell.GRUCell(3), tf.nn.rnn_cell.GRUCell(3)])
x = tf.placeholder(tf.float32, [2, 5, 3])
tf.nn.dynamic_rnn(stack, x, initial_state=[tf.zeros([2, 3]), tf.zeros([2, 3])])
