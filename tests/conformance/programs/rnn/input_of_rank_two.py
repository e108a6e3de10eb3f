# dynamic_rnn needs batch, time and depth.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()

words = tf.placeholder(tf.float32, [None, 7])
tf.nn.dynamic_rnn(tf.nn.rnn_cell.GRUCell(5), words, dtype=tf.float32)
