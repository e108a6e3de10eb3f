# static_rnn needs a state or a dtype.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()

tf.nn.static_rnn(tf.nn.rnn_cell.GRUCell(3), [tf.placeholder(tf.float32, [None, 5])])
