# Cells refuse integers: the embedding was forgotten.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()

words = tf.placeholder(tf.int32, [None, 7, 4])
tf.nn.dynamic_rnn(tf.nn.rnn_cell.GRUCell(5), words, dtype=tf.float32)
