# static_rnn needs the depth of its inputs.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()

x = tf.placeholder(tf.float32, [None, None])
tf.nn.static_rnn(tf.nn.rnn_cell.GRUCell(3), [x], dtype=tf.float32)
