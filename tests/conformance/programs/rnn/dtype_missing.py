# Neither a state nor a dtype.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()

x = tf.placeholder(tf.float32, [None, 7, 4])
tf.nn.dynamic_rnn(tf.nn.rnn_cell.GRUCell(5), x)
