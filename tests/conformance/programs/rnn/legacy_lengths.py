# The lists of a loss are of one length.
# tensorflow: 1.15
import tensorflow as tf

step = [tf.zeros([4, 5])]
tf.contrib.legacy_seq2seq.sequence_loss(step * 2, step, step)
