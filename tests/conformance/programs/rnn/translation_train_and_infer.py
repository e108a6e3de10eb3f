# Encoder and decoder for training, and the decoder once more to infer.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()


def encode(words):
    with tf.variable_scope("encoder"):
        table = tf.get_variable("embedding", [20, 6])
        inputs = tf.nn.embedding_lookup(table, words)
        return tf.nn.dynamic_rnn(tf.nn.rnn_cell.GRUCell(8), inputs, dtype=tf.float32)[1]


def decode(words, state, reuse):
    with tf.variable_scope("decoder", reuse=reuse):
        table = tf.get_variable("embedding", [20, 6])
        inputs = tf.nn.embedding_lookup(table, words)
        cell = tf.nn.rnn_cell.GRUCell(8)
        outputs, state = tf.nn.dynamic_rnn(cell, inputs, initial_state=state)
        return tf.layers.dense(outputs, 20, name="logits"), state


source = tf.placeholder(tf.int32, [None, 9])
state = encode(source)
decode(tf.placeholder(tf.int32, [None, 7]), state, False)
logits, state = decode(tf.placeholder(tf.int32, [None, 1]), state, True)
decode(tf.placeholder(tf.int32, [None, 1]), state, None)
