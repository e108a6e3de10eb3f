# A cell that is made anew under reuse asks for its kernel in another shape.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()


def encode(x, reuse):
    with tf.variable_scope("encoder", reuse=reuse):
        return tf.nn.dynamic_rnn(tf.nn.rnn_cell.LSTMCell(5), x, dtype=tf.float32)[1].h


encode(tf.placeholder(tf.float32, [None, 7, 4]), False)
encode(tf.placeholder(tf.float32, [None, 7, 6]), True)
