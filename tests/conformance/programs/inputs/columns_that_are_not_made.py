# Columns refuse keys, sizes, defaults, dtypes and vocabularies that do not go together.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()
F = tf.feature_column
TRIED = [
    lambda: F.numeric_column("a", shape=1.5),
    lambda: F.numeric_column("a", shape=[1, "a"]),
    lambda: F.numeric_column("a", dtype=tf.string),
    lambda: F.numeric_column("a", default_value="x"),
    lambda: F.numeric_column("a", default_value=1.5, dtype=tf.int32),
    lambda: F.numeric_column("a", default_value=[1, 2.0], shape=2, dtype=tf.int32),
    lambda: F.numeric_column("a", default_value=[1, 2.0], shape=2),
    lambda: F.numeric_column("a", default_value=[1, 2, 3], shape=2),
    lambda: F.numeric_column("a", default_value=[[1, 2], [3, 4]], shape=[2, 2]),
    lambda: F.numeric_column("a", default_value=[[1, 2], [3, 4]], shape=[2, 1]),
    lambda: F.numeric_column("a", default_value=["string"]),
    lambda: F.numeric_column("a", normalizer_fn="x"),
    lambda: F.numeric_column(("a",)),
    lambda: F.bucketized_column(F.numeric_column("a", shape=[2, 3]), [1]),
    lambda: F.bucketized_column(F.numeric_column("a"), 5),
    lambda: F.bucketized_column(F.numeric_column("a"), None),
    lambda: F.bucketized_column("a", [2, 1]),
    lambda: F.categorical_column_with_hash_bucket("a", 10, dtype=tf.float32),
    lambda: F.categorical_column_with_hash_bucket(("a",), 10),
    lambda: F.categorical_column_with_vocabulary_file("a", None, 3),
    lambda: F.categorical_column_with_vocabulary_file("a", "/tmp/q", vocabulary_size=0),
    lambda: F.categorical_column_with_vocabulary_file("a", "/tmp/q", 3, num_oov_buckets=-1),
    lambda: F.categorical_column_with_vocabulary_file(
        "a", "/tmp/q", 3, num_oov_buckets=1, default_value=2
    ),
    lambda: F.categorical_column_with_vocabulary_file("a", "/tmp/q", 3, dtype=tf.float32),
    lambda: F.categorical_column_with_vocabulary_list("a", None),
    lambda: F.categorical_column_with_vocabulary_list("a", ["x", "y"], num_oov_buckets=-1),
    lambda: F.categorical_column_with_vocabulary_list(
        "a", ["x", "y"], num_oov_buckets=1, default_value=2
    ),
    lambda: F.categorical_column_with_vocabulary_list("a", ["x", "y"], dtype=tf.int32),
    lambda: F.categorical_column_with_vocabulary_list("a", [1, 2], dtype=tf.string),
    lambda: F.categorical_column_with_vocabulary_list("a", [1.0, 2.0]),
    lambda: F.categorical_column_with_vocabulary_list("a", ["x", "y"], dtype=tf.float32),
    lambda: F.categorical_column_with_vocabulary_list("a", (1, 2), dtype=tf.int32),
    lambda: F.weighted_categorical_column(
        F.categorical_column_with_identity("a", 3), "w", dtype=tf.string
    ),
    lambda: F.weighted_categorical_column(
        F.categorical_column_with_identity("a", 3), "w", dtype=None
    ),
    lambda: F.weighted_categorical_column(
        F.categorical_column_with_identity("a", 3), "w", dtype=tf.int32
    ),
    lambda: F.crossed_column(["a", "b"], None),
    lambda: F.crossed_column(None, 3),
    lambda: F.crossed_column(["a", F.numeric_column("b")], 3),
    lambda: F.crossed_column(
        ["a", F.embedding_column(F.categorical_column_with_identity("b", 4), 3)], 3
    ),
    lambda: F.shared_embedding_columns(
        [F.categorical_column_with_identity("b", 4), F.categorical_column_with_hash_bucket("c", 4)],
        2,
    ),
]
for number, build in enumerate(TRIED):
    try:
        build()
    except (ValueError, TypeError):
        tf.get_variable("refused_%d" % number, [1])
F.categorical_column_with_vocabulary_list("words", ["x", "y"], dtype=tf.int32)
