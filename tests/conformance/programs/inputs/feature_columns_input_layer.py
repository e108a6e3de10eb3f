# input_layer makes the embeddings of its columns, sorted by name, in scopes numbered from one call to the next.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()
fc = tf.feature_column
features = {
    "price": tf.ones([4, 2]),
    "age": tf.placeholder(tf.float32, [4]),
    "word": tf.constant([["a"], ["b"], ["c"], ["d"]]),
    "id": tf.ones([4, 1], tf.int64),
    "other": tf.ones([4, 3], tf.int64),
}
price = fc.numeric_column("price", shape=(2,))
age = fc.bucketized_column(fc.numeric_column("age"), boundaries=[10.0, 20.0])
word = fc.categorical_column_with_vocabulary_list("word", ["a", "b", "c"], num_oov_buckets=2)
identity = fc.categorical_column_with_identity("id", 7)
columns = [price, age, fc.indicator_column(word), fc.embedding_column(identity, 5), fc.embedding_column(word, dimension=2, trainable=False)]
x = fc.input_layer(features, columns)
tf.get_variable("whole", [x.shape[1]])
made = {}
with tf.variable_scope("m"):
    y = fc.input_layer(features, fc.embedding_column(identity, 3), cols_to_vars=made)
    fc.input_layer(features, [fc.embedding_column(identity, 3)], trainable=False)
for column, variables in made.items():
    tf.get_variable(column.name, [1 + len(variables)])
with tf.variable_scope("m", reuse=True):
    fc.input_layer(features, [fc.embedding_column(identity, 3)])
pair = fc.shared_embedding_columns([fc.categorical_column_with_identity("other", 7), identity], 6)
fc.input_layer(features, pair)
fc.input_layer(features, [pair[1]])
crossed = fc.crossed_column([age, "word"], 9)
fc.input_layer(features, [fc.embedding_column(crossed, 2), fc.embedding_column(fc.weighted_categorical_column(identity, "age"), 2)])
tf.get_variable("models", [1 + len(tf.get_collection(tf.GraphKeys.MODEL_VARIABLES))])
tf.layers.dense(y, 2)
with tf.variable_scope("m", reuse=True):
    fc.input_layer(features, [fc.embedding_column(identity, 4)])
