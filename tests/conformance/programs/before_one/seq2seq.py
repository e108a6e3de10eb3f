# The encoders and decoders of nn.seq2seq: encoder and decoder are one cell in two scopes.
# tensorflow: 0.12
import tensorflow as tf

seq2seq, cells = tf.nn.seq2seq, tf.nn.rnn_cell
words = [tf.placeholder(tf.int32, [3]) for _ in range(3)]
steps = [tf.mul(tf.placeholder(tf.float32, [3, 4]), 2.0) for _ in range(3)]


def inside(place, network, *args, **given):
    with tf.variable_scope(place):
        return network(*args, **given)


gru, lstm = cells.GRUCell(5), cells.BasicLSTMCell(4)
outputs, _ = inside("basic", seq2seq.basic_rnn_seq2seq, steps, steps, gru)
tf.get_variable("out", outputs[-1].get_shape())
inside("tied", seq2seq.tied_rnn_seq2seq, steps, steps, gru)
inside("decoder", seq2seq.rnn_decoder, steps, gru.zero_state(3, tf.float32), gru)
inside("embedding", seq2seq.embedding_rnn_seq2seq, words, words, gru, 11, 12, 6)
inside("fed", seq2seq.embedding_rnn_seq2seq, words, words, lstm, 11, 12, 6, feed_previous=True)
inside("both", seq2seq.embedding_tied_rnn_seq2seq, words, words, gru, 11, 6)
outputs, _ = inside("attention", seq2seq.embedding_attention_seq2seq, words, words, lstm, 11, 12, 6)
tf.get_variable("attended", outputs[-1].get_shape())
inside("heads", seq2seq.embedding_attention_seq2seq, words, words, gru, 11, 12, 6, num_heads=2)
fed = tf.placeholder(tf.bool, [])
inside("asked", seq2seq.embedding_attention_seq2seq, words, words, gru, 11, 12, 6, feed_previous=fed)


def model(encoder, decoder):
    return seq2seq.embedding_attention_seq2seq(encoder, decoder, gru, 11, 12, 6)


weights = [tf.ones([3]) for _ in words]
with tf.variable_scope("buckets"):
    seq2seq.model_with_buckets(words, words, words, weights, [(1, 2), (2, 3)], model)
loss = seq2seq.sequence_loss([tf.zeros([3, 12])] * 3, words, weights)
tf.get_variable("loss", loss.get_shape())
inside("attention", model, words, words)
