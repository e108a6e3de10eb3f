# reuse=True in the constructor of the first cell.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()

x = tf.placeholder(tf.float32, [2, 4])
cell = tf.nn.rnn_cell.GRUCell(3, reuse=True)
cell(x, cell.zero_state(2, tf.float32))
