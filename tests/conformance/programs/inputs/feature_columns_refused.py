# What columns and the layers made of them refuse.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()
fc = tf.feature_column
features = {"price": tf.ones([4, 2]), "id": tf.ones([4, 1], tf.int64), "scalar": tf.constant(1.0), "few": tf.ones([3, 1])}
identity = fc.categorical_column_with_identity("id", 7)
price = fc.numeric_column("price", 2)
cases = [
    lambda: fc.input_layer(features, [identity]),
    lambda: fc.input_layer(features, []),
    lambda: fc.input_layer(features, {"price": price}),
    lambda: fc.input_layer(features, ["price"]),
    lambda: fc.input_layer(features, [price, fc.numeric_column("price")]),
    lambda: fc.embedding_column(identity, 0),
    lambda: fc.embedding_column(identity, 2, ckpt_to_load_from="x"),
    lambda: fc.bucketized_column(identity, [1.0]),
    lambda: fc.bucketized_column(price, []),
    lambda: fc.bucketized_column(price, [2.0, 1.0]),
    lambda: fc.categorical_column_with_hash_bucket("word", 0),
    lambda: fc.categorical_column_with_identity("id", 0),
    lambda: fc.categorical_column_with_identity("id", 3, default_value=3),
    lambda: fc.categorical_column_with_vocabulary_list("word", []),
    lambda: fc.categorical_column_with_vocabulary_list("word", ["a", "a"]),
    lambda: fc.crossed_column(["a"], 5),
    lambda: fc.crossed_column(["a", "b"], 0),
    lambda: fc.crossed_column(["a", fc.categorical_column_with_hash_bucket("word", 3)], 5),
    lambda: fc.shared_embedding_columns([identity, fc.categorical_column_with_identity("b", 8)], 2),
    lambda: fc.input_layer(features, [fc.numeric_column("scalar")]),
    lambda: fc.input_layer(features, [fc.numeric_column("few"), price]),
    lambda: fc.input_layer(features, [fc.embedding_column(fc.categorical_column_with_identity("few", 3), 2)]),
    lambda: fc.input_layer(features, [fc.embedding_column(fc.categorical_column_with_hash_bucket("id", 3), 2)]),
    lambda: fc.input_layer(features, [fc.numeric_column("price", 3)]),
    lambda: fc.linear_model(features, [fc.numeric_column("price")]),
    lambda: fc.linear_model(features, [fc.numeric_column("few"), price]),
    lambda: fc.linear_model(features, [fc.numeric_column("missing")]),
]
for number, case in enumerate(cases):
    try:
        case()
    except ValueError as error:
        tf.get_variable("refused_%d" % number, [1])
fc.input_layer(features, [price, fc.embedding_column(identity, 2), fc.numeric_column("none")])
