# make_template shares a cell that is made at every call.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()


def encode(x):
    return tf.nn.dynamic_rnn(tf.nn.rnn_cell.GRUCell(3), x, dtype=tf.float32)[1]


shared = tf.make_template("encode", encode)
shared(tf.zeros([2, 7, 5]))
shared(tf.zeros([2, 3, 5]))
shared(tf.zeros([2, 3, 4]))
