# A list is no cell.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()

x = tf.placeholder(tf.float32, [None, 7, 4])
cells = [tf.nn.rnn_cell.GRUCell(5) for _ in range(2)]
tf.nn.dynamic_rnn(cells, x, dtype=tf.float32)
