# Cells that are compatible with cuDNN name their weights otherwise than the cells they inherit.
# tensorflow: 1.15
import tensorflow as tf

cudnn = tf.contrib.cudnn_rnn
x = tf.zeros([2, 5, 3])
outputs, state = tf.nn.dynamic_rnn(cudnn.CudnnCompatibleLSTMCell(4), x, dtype=tf.float32)
tf.get_variable("c", state.c.shape)
with tf.variable_scope("gru"):
    cell = cudnn.CudnnCompatibleGRUCell(4)
    outputs, state = tf.nn.dynamic_rnn(cell, x, dtype=tf.float32)
    tf.get_variable("outputs", outputs.shape)
    tf.get_variable("count", [len(cell.variables)])
with tf.variable_scope("stack"):
    cells = tf.nn.rnn_cell.MultiRNNCell([cudnn.CudnnCompatibleLSTMCell(3) for _ in range(2)])
    tf.nn.dynamic_rnn(cells, x, dtype=tf.float32)
with tf.variable_scope("gru", reuse=True):
    tf.nn.dynamic_rnn(cudnn.CudnnCompatibleGRUCell(4), x, dtype=tf.float32)
try:
    cudnn.CudnnCompatibleGRUCell(4)(tf.placeholder(tf.float32, [2, None]), tf.zeros([2, 4]))
except ValueError:
    tf.get_variable("refused_depth", [1])
tf.nn.dynamic_rnn(cudnn.CudnnCompatibleLSTMCell(4), x, dtype=tf.float32)
