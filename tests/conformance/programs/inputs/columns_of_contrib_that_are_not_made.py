# Columns of contrib refuse the same, in their own words.
# tensorflow: 1.15
import tensorflow as tf

L = tf.contrib.layers
TRIED = [
    lambda: L.real_valued_column("a", dimension=None),
    lambda: L.real_valued_column("a", dimension=1.5),
    lambda: L.real_valued_column("a", dtype=tf.string),
    lambda: L.real_valued_column("a", default_value="x"),
    lambda: L.real_valued_column("a", default_value=2.0, dtype=tf.int32),
    lambda: L.real_valued_column("a", default_value=2),
    lambda: L.real_valued_column("a", dimension=3, default_value=[2.0]),
    lambda: L.real_valued_column("a", dimension=1, default_value=[2.0]),
    lambda: L.real_valued_column("a", dimension=2, default_value=[2, "x"]),
    lambda: L.real_valued_column("a", dimension=2, default_value=[2, 3.5], dtype=tf.int32),
    lambda: L.real_valued_column("a", dimension=2, default_value=[2, 3.5]),
    lambda: L.sparse_column_with_hash_bucket("a", 10, dtype=tf.float32),
    lambda: L.sparse_column_with_hash_bucket("a", 10, hash_keys=[]),
    lambda: L.sparse_column_with_hash_bucket("a", 10, hash_keys=[5]),
    lambda: L.sparse_column_with_hash_bucket("a", 10, hash_keys=[[1, 2]]),
    lambda: L.sparse_column_with_hash_bucket("a", 10, hash_keys=[[1, 2, 3]]),
    lambda: L.sparse_column_with_integerized_feature("a", 5, dtype=tf.string),
    lambda: L.sparse_column_with_keys("a", ["x"], dtype=tf.float32),
    lambda: L.sparse_column_with_keys("a", None),
    lambda: L.sparse_column_with_vocabulary_file("a", "/tmp/q", vocab_size=3, dtype=tf.float32),
    lambda: L.weighted_sparse_column(
        L.sparse_column_with_hash_bucket("a", 3), "w", dtype=tf.string
    ),
    lambda: L.weighted_sparse_column(L.sparse_column_with_hash_bucket("a", 3), "w", dtype=tf.int32),
    lambda: L.bucketized_column(3, [1]),
    lambda: L.bucketized_column(L.real_valued_column("a"), 5),
    lambda: L.crossed_column([L.sparse_column_with_hash_bucket("a", 3), 3], 3),
    lambda: L.crossed_column(
        [L.sparse_column_with_hash_bucket("a", 3), L.real_valued_column("b")], 3
    ),
    lambda: L.crossed_column(
        [L.sparse_column_with_hash_bucket("a", 3), L.sparse_column_with_hash_bucket("b", 3)],
        5,
        ckpt_to_load_from="x",
    ),
    lambda: L.embedding_column(L.sparse_column_with_hash_bucket("a", 3), 2, initializer="x"),
    lambda: L.embedding_column(L.sparse_column_with_hash_bucket("a", 3), 2, ckpt_to_load_from="x"),
    lambda: L.shared_embedding_columns("a", 3),
    lambda: L.shared_embedding_columns([3], 3),
    lambda: L.infer_real_valued_columns(tf.placeholder(tf.string, [3])),
    lambda: L.infer_real_valued_columns({"a": tf.placeholder(tf.string, [3])}),
]
for number, build in enumerate(TRIED):
    try:
        build()
    except (ValueError, TypeError):
        tf.get_variable("refused_%d" % number, [1])
L.sparse_column_with_hash_bucket("words", 10, hash_keys=[[1, 2, 3]])
