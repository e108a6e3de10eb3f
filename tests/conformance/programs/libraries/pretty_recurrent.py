# prettytensor's recurrent networks: cells, and cells that share their variables over a sequence.
# tensorflow: 0.12
import prettytensor as pt
import tensorflow as tf

words = tf.placeholder(tf.int32, [6, 1])
state = tf.zeros([3, 4])
embedded = pt.wrap(words).embedding_lookup(10, [5])
sequence = embedded.cleave_sequence(2)
lstm = sequence.sequence_lstm(4)
gru = lstm.sequence_gru(3)
squashed = gru.squash_sequence().fully_connected(7)
x = pt.wrap(tf.zeros([3, 5]))
x.gru_cell([state], 4)
output, states = x.lstm_cell([state, state], 4, peephole=False)
with tf.variable_scope("again"):
    x.lstm_cell([state, state], 4)
    output.gru_cell([states[1]], 4, bias=None)
