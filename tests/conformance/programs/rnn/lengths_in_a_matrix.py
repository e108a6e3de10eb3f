# Lengths are a vector.
# tensorflow: 1.15
import tensorflow as tf

tf.contrib.seq2seq.TrainingHelper(tf.zeros([4, 3, 5]), tf.zeros([4, 1], tf.int32))
