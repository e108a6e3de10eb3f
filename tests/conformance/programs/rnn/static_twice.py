# A second static_rnn over the default scope collides.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()

x = [tf.placeholder(tf.float32, [None, 5]) for _ in range(3)]
tf.nn.static_rnn(tf.nn.rnn_cell.GRUCell(3), x, dtype=tf.float32)
tf.nn.static_rnn(tf.nn.rnn_cell.GRUCell(3), x, dtype=tf.float32)
