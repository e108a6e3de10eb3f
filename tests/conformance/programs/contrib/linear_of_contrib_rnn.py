# The cells' own linear map, which programs borrow: kernel and bias in the scope in force.
# tensorflow: 1.15
import tensorflow as tf
from tensorflow.contrib.rnn.python.ops.core_rnn_cell import _linear

x = tf.placeholder(tf.float32, [None, 3])
h = tf.zeros([4, 5])
with tf.variable_scope("attention"):
    _linear([x, h], 7, True)
with tf.variable_scope("attention", reuse=True):
    _linear([x, h], 7, False)
with tf.variable_scope("query"):
    _linear(x, 2, bias=False)
    _linear(h, 2, True)
