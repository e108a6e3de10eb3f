# TensorFlow's own modules give the same functions.
# tensorflow: 1.15
import tensorflow as tf

from tensorflow.contrib.rnn.python.ops import rnn_cell as contrib_cells
from tensorflow.contrib.rnn.python.ops.core_rnn_cell import OutputProjectionWrapper
from tensorflow.python.ops import rnn, rnn_cell
from tensorflow.python.ops.rnn_cell_impl import GRUCell

x = tf.placeholder(tf.float32, [None, 7, 5])
rnn.dynamic_rnn(rnn_cell.BasicLSTMCell(3), x, dtype=tf.float32)
rnn.dynamic_rnn(OutputProjectionWrapper(GRUCell(3), 2), x, dtype=tf.float32, scope="projected")
rnn.dynamic_rnn(contrib_cells.LayerNormBasicLSTMCell(3), x, dtype=tf.float32, scope="normal")
