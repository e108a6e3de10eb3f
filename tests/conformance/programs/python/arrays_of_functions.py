# A vectorized function handles data; initializers and a mock by the modules that define them.
# tensorflow: 1.15
import numpy as np
import tensorflow as tf
from tensorflow.python.eager import function
from tensorflow.python.framework import test_util
from tensorflow.python.ops import init_ops
from tensorflow.python.platform import test

clip = np.vectorize(lambda number: 0.0 if number < 0.5 else number)
data = clip(np.ones([2, 3], np.float32))
with test_util.force_cpu():
    tf.layers.dense(tf.placeholder(tf.float32, [None, 3]), 2)
tf.get_variable("he", [2, 3], initializer=init_ops.he_normal())
tf.get_variable("lecun", [2, 3], initializer=init_ops.lecun_uniform(seed=1))
init_ops.he_uniform()([2, 3])


@function.defun
def traced(x):
    return x + 1.0


traced(tf.zeros([2]))
with test.mock.patch.object(tf.logging, "warning"):
    tf.get_variable("mocked", [1])
seq2seq = tf.contrib.seq2seq
helper = seq2seq.GreedyEmbeddingHelper(np.ones([5, 4], np.float32), tf.zeros([2], tf.int32), 1)
cell = tf.nn.rnn_cell.GRUCell(3)
decoder = seq2seq.BasicDecoder(cell, helper, cell.zero_state(2, tf.float32), tf.layers.Dense(5))
seq2seq.dynamic_decode(decoder, maximum_iterations=2)
