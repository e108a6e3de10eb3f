# So does a cell that is called by itself.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()

cell = tf.nn.rnn_cell.GRUCell(5)
cell(tf.placeholder(tf.float32, [3, None]), cell.zero_state(3, tf.float32))
