# A language model made once for training and once for sampling; the second has to reuse.
# tensorflow: 0.12
import tensorflow as tf


class Model(object):
    def __init__(self, batch, length, size=8, words=20):
        cell = tf.nn.rnn_cell.MultiRNNCell([tf.nn.rnn_cell.GRUCell(size)] * 2)
        self.input = tf.placeholder(tf.int32, [batch, length])
        with tf.variable_scope("rnnlm"):
            softmax_w = tf.get_variable("softmax_w", [size, words])
            embedding = tf.get_variable("embedding", [words, size])
            looked_up = tf.nn.embedding_lookup(embedding, self.input)
            steps = [tf.squeeze(one, [1]) for one in tf.split(1, length, looked_up)]
        zeros = cell.zero_state(batch, tf.float32)
        outputs, _ = tf.nn.seq2seq.rnn_decoder(steps, zeros, cell, scope="rnnlm")
        self.logits = tf.matmul(tf.reshape(tf.concat(1, outputs), [-1, size]), softmax_w)


with tf.variable_scope("fixed"):
    Model(10, 5)
with tf.variable_scope("fixed", reuse=True):
    Model(1, 1)
train = Model(10, 5)
sample = Model(1, 1)
