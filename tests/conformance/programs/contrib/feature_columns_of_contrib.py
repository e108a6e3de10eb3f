# contrib's own columns: the order of their keys decides that of their variables.
# tensorflow: 1.15
import tensorflow as tf

layers = tf.contrib.layers
features = {
    "price": tf.ones([4, 2]),
    "age": tf.ones([4]),
    "word": tf.constant([["a"], ["b"], ["c"], ["d"]]),
    "id": tf.SparseTensor([[0, 0], [1, 0]], tf.constant([1, 2], tf.int64), [4, 1]),
    "weight": tf.SparseTensor([[0, 0], [1, 0]], [1.0, 2.0], [4, 1]),
}
price = layers.real_valued_column("price", dimension=2)
age = layers.bucketized_column(layers.real_valued_column("age"), [10.0, 20.0, 20.0])
word = layers.sparse_column_with_hash_bucket("word", 11)
keys = layers.sparse_column_with_keys("word", ["a", "b", "c"])
identity = layers.sparse_column_with_integerized_feature("id", bucket_size=7)
crossed = layers.crossed_column([word, age], hash_bucket_size=13)
weighted = layers.weighted_sparse_column(identity, "weight")
x = layers.input_from_feature_columns(
    features,
    [price, age, layers.embedding_column(word, 4), layers.embedding_column(identity, 3), layers.one_hot_column(keys), layers.embedding_column(crossed, 2)],
)
tf.get_variable("whole", [x.shape[1]])
sums, made, bias = layers.weighted_sum_from_feature_columns(features, [word, price, age, crossed, weighted], num_outputs=3)
tf.get_variable("sums", sums.shape[1:])
tf.get_variable("made", [len(made), len(made[word])])
sums, joint, bias = tf.contrib.slim.joint_weighted_sum_from_feature_columns(features, [word, identity], num_outputs=2)
with tf.variable_scope("named"):
    layers.input_from_feature_columns(features, [layers.embedding_column(weighted, 2)], scope="s", weight_collections=["mine"])
    layers.weighted_sum_from_feature_columns(features, [identity], 1, scope="s", trainable=False)
tf.get_variable("mine", [len(tf.get_collection("mine"))])
shared = layers.shared_embedding_columns([word, layers.sparse_column_with_hash_bucket("age", 11)], 5)
layers.input_from_feature_columns({"word": features["word"], "age": features["word"]}, shared)
inferred = layers.infer_real_valued_columns({"price": features["price"]})
y = layers.input_from_feature_columns(features, inferred)
tf.get_variable("inferred", y.shape)
cases = [
    lambda: layers.input_from_feature_columns(features, [word]),
    lambda: layers.input_from_feature_columns(features, {"word": word}),
    lambda: layers.input_from_feature_columns(features, [price, price]),
    lambda: layers.weighted_sum_from_feature_columns(features, [layers.embedding_column(word, 2)], 1),
    lambda: layers.sparse_column_with_hash_bucket("word", 0),
    lambda: layers.real_valued_column("price", dimension=0),
    lambda: layers.bucketized_column(layers.real_valued_column("age"), [2.0, 1.0]),
    lambda: layers.shared_embedding_columns([word, identity], 5),
    lambda: layers.crossed_column([word], 5),
    lambda: layers.crossed_column([word, age], 1),
]
for number, case in enumerate(cases):
    try:
        case()
    except ValueError:
        tf.get_variable("refused_%d" % number, [1])
try:
    layers.input_from_feature_columns(features, [layers.real_valued_column("missing")])
except KeyError:
    tf.get_variable("refused_key", [1])
try:
    layers.joint_weighted_sum_from_feature_columns(features, [age, word], 1)
except TypeError:
    tf.get_variable("refused_types", [1])
try:
    layers.weighted_sum_from_feature_columns(features, [price, layers.one_hot_column(keys)], 1, scope="dense")
except NotImplementedError:
    tf.get_variable("refused_dense", [1])
with tf.variable_scope("named", reuse=True):
    layers.input_from_feature_columns(features, [layers.embedding_column(weighted, 2)], scope="s")
    layers.input_from_feature_columns(features, [layers.embedding_column(weighted, 3)], scope="s")
