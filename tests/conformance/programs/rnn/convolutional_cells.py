# Convolutional LSTMs have kernels, and shapes as sizes.
# tensorflow: 1.15
import tensorflow as tf

rnn = tf.contrib.rnn
cell = rnn.Conv2DLSTMCell(input_shape=[8, 8, 3], output_channels=4, kernel_shape=[3, 3])
x = tf.placeholder(tf.float32, [None, 5, 8, 8, 3])
outputs, state = tf.nn.dynamic_rnn(cell, x, dtype=tf.float32)
tf.layers.dense(outputs, 2, name="of_output")
cell = rnn.ConvLSTMCell(1, [8, 3], 4, [5], skip_connection=True)
cell(tf.zeros([2, 8, 3]), cell.zero_state(2, tf.float32))
rnn.ConvLSTMCell(2, [8, 3], 4, [5])
