# Start tokens are a vector.
# tensorflow: 1.15
import tensorflow as tf

table = tf.get_variable("embedding", [20, 5])
tf.contrib.seq2seq.GreedyEmbeddingHelper(table, tf.constant(1), 2)
