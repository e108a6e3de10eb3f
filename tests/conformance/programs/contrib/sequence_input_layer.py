# sequence_input_layer takes columns of sequences alone, each in a scope of its own.
# tensorflow: 1.15
import tensorflow as tf

fc, sequences = tf.feature_column, tf.contrib.feature_column
features = {"word": tf.sparse_placeholder(tf.string), "x": tf.sparse_placeholder(tf.float32), "id": tf.sparse_placeholder(tf.int64)}
word = sequences.sequence_categorical_column_with_hash_bucket("word", 10)
identity = sequences.sequence_categorical_column_with_identity("id", num_buckets=4)
number = sequences.sequence_numeric_column("x", shape=(2,))
x, lengths = sequences.sequence_input_layer(features, [number, fc.embedding_column(word, 3), fc.indicator_column(identity)])
tf.get_variable("width", [x.shape[2]])
with tf.variable_scope("m", reuse=tf.AUTO_REUSE):
    for _ in range(2):
        sequences.sequence_input_layer(features, fc.embedding_column(identity, 2), trainable=False)
tf.get_variable("models", [1 + len(tf.get_collection(tf.GraphKeys.MODEL_VARIABLES))])
cases = [
    lambda: sequences.sequence_input_layer(features, [fc.numeric_column("x")]),
    lambda: sequences.sequence_input_layer(features, [fc.embedding_column(fc.categorical_column_with_identity("id", 4), 2)]),
    lambda: fc.input_layer(features, [fc.embedding_column(word, 2)]),
    lambda: fc.input_layer(features, [number]),
]
for number, case in enumerate(cases):
    try:
        case()
    except ValueError:
        tf.get_variable("refused_%d" % number, [1])
with tf.variable_scope("m"):
    sequences.sequence_input_layer(features, fc.embedding_column(identity, 2))
