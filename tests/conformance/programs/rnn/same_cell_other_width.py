# A built cell does not fit an input of another size.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()

cell = tf.nn.rnn_cell.BasicLSTMCell(5)
tf.nn.dynamic_rnn(cell, tf.placeholder(tf.float32, [3, 7, 4]), dtype=tf.float32)
tf.nn.dynamic_rnn(cell, tf.placeholder(tf.float32, [3, 7, 6]), dtype=tf.float32, scope="more")
