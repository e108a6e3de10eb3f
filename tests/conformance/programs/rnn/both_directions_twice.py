# A second bidirectional network needs a scope.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()

x = tf.placeholder(tf.float32, [None, 7, 5])
for _ in range(2):
    cells = [tf.nn.rnn_cell.GRUCell(3) for _ in range(2)]
    x = tf.concat(tf.nn.bidirectional_dynamic_rnn(cells[0], cells[1], x, dtype=tf.float32)[0], 2)
