# A cell object is built once; its second call shares.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()

x = tf.placeholder(tf.float32, [None, 7, 5])
cell = tf.nn.rnn_cell.GRUCell(3)
tf.nn.dynamic_rnn(cell, x, dtype=tf.float32)
with tf.variable_scope("elsewhere"):
    tf.nn.dynamic_rnn(cell, x, dtype=tf.float32)
