# A stack's state has a part for every cell.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()

stack = tf.nn.rnn_cell.MultiRNNCell([tf.nn.rnn_cell.GRUCell(3) for _ in range(2)])
stack(tf.placeholder(tf.float32, [2, 3]), tf.placeholder(tf.float32, [2, 6]))
