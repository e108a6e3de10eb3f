# The layers and cells for cuDNN by the names of their modules.
# tensorflow: 1.15
import tensorflow as tf
from tensorflow.contrib.cudnn_rnn.python.layers import cudnn_rnn
from tensorflow.contrib.cudnn_rnn.python.ops.cudnn_rnn_ops import CudnnCompatibleGRUCell

x = tf.zeros([3, 2, 4])
with tf.variable_scope("m"):
    cudnn_rnn.CudnnGRU(num_layers=1, num_units=2)(x)
cells = [CudnnCompatibleGRUCell(2) for _ in range(2)]
tf.nn.bidirectional_dynamic_rnn(*cells, inputs=x, dtype=tf.float32, time_major=True)
with tf.variable_scope("m"):
    cudnn_rnn.CudnnGRU(num_layers=1, num_units=2)(x)
