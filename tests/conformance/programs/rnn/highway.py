# HighwayWrapper's gates are in the scope around the cell, and are not shared by it.
# tensorflow: 1.15
import tensorflow as tf

rnn = tf.contrib.rnn
cell = rnn.HighwayWrapper(rnn.GRUCell(4))
x = tf.placeholder(tf.float32, [2, 7, 4])
tf.nn.dynamic_rnn(cell, x, dtype=tf.float32)
cell(tf.zeros([2, 4]), tf.zeros([2, 4]))
cell(tf.zeros([2, 4]), tf.zeros([2, 4]))
