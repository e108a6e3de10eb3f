# Layers of feature columns ask the store for their weights: by scopes of their names, once each.
# tensorflow: 1.15
import tensorflow as tf

columns = tf.feature_column
words = columns.embedding_column(columns.categorical_column_with_identity("word", 10), 4)
frozen = columns.embedding_column(
    columns.categorical_column_with_identity("kind", 5), 2, trainable=False
)
numbers = columns.numeric_column("number", shape=2)
one_hot = columns.indicator_column(columns.categorical_column_with_identity("kind", 5))
features = {
    "word": tf.constant([[1], [2]], tf.int64),
    "kind": tf.constant([[3], [4]], tf.int64),
    "number": tf.constant([[1.0, 2.0], [3.0, 4.0]]),
}
layer = tf.keras.layers.DenseFeatures([words, numbers, one_hot, frozen])
tf.layers.dense(layer(features) + layer(features), 3)
with tf.variable_scope("net"):
    tf.keras.layers.DenseFeatures([words, numbers])(features)
    tf.keras.layers.DenseFeatures(words, name="named", trainable=False)(features)
with tf.variable_scope("net", reuse=True):
    tf.keras.layers.DenseFeatures(words, name="dense_features_1")(features)
with tf.name_scope("no_scope"):
    tf.keras.layers.DenseFeatures(words)(features)
model = tf.keras.Sequential([tf.keras.layers.DenseFeatures([numbers]), tf.keras.layers.Dense(1)])
model(features)
steps = columns.embedding_column(columns.sequence_categorical_column_with_identity("step", 6), 3)
sparse = tf.SparseTensor([[0, 0], [1, 0]], tf.constant([1, 2], tf.int64), [2, 2])
sequences, lengths = tf.keras.experimental.SequenceFeatures([steps])({"step": sparse})
tf.layers.dense(sequences, 2)
wrong = [
    lambda: tf.keras.layers.DenseFeatures([]),
    lambda: tf.keras.layers.DenseFeatures({"word": words}),
    lambda: tf.keras.layers.DenseFeatures([words, words]),
    lambda: tf.keras.layers.DenseFeatures(columns.categorical_column_with_identity("word", 10)),
    lambda: tf.keras.layers.DenseFeatures(
        columns.shared_embedding_columns([columns.categorical_column_with_identity("word", 9)], 3)
    ),
    lambda: tf.keras.experimental.SequenceFeatures([numbers]),
    lambda: tf.keras.layers.DenseFeatures([numbers])(features["number"]),
    lambda: tf.keras.layers.DenseFeatures([numbers])({}),
    lambda: tf.keras.layers.DenseFeatures([steps])(features),
    lambda: tf.keras.experimental.SequenceFeatures([words])(features),
]
for number, step in enumerate(wrong):
    try:
        step()
    except ValueError:
        tf.get_variable("refused_%d" % number, [])
with tf.variable_scope("new", reuse=True):
    tf.keras.layers.DenseFeatures([words])(features)
