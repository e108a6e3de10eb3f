# linear_model numbers the scopes of its columns in the scope it is called in, and adds one bias.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()
fc = tf.feature_column
features = {
    "price": tf.ones([4, 2]),
    "word": tf.constant([["a"], ["b"], ["c"], ["d"]]),
    "id": tf.ones([4, 1], tf.int64),
}
price = fc.numeric_column("price", shape=[2])
bucket = fc.bucketized_column(price, [0.0, 1.0, 2.0])
word = fc.categorical_column_with_hash_bucket("word", 10)
identity = fc.categorical_column_with_identity("id", 7)
made = {}
y = fc.linear_model(features, [word, price], units=3, cols_to_vars=made)
tf.get_variable("predictions", y.shape[1:])
tf.get_variable("bias", [1 + len(made["bias"])])
tf.get_variable("word", [1 + len(made[word])])
fc.linear_model(features, [price, bucket, fc.crossed_column([bucket, "word"], 5)])
with tf.variable_scope("m"):
    fc.linear_model(features, [word, fc.embedding_column(identity, 4)], trainable=False)
with tf.variable_scope("m", reuse=True):
    fc.linear_model(features, [word])
with tf.variable_scope("a", reuse=tf.AUTO_REUSE):
    for _ in range(2):
        fc.linear_model(features, identity)
with tf.variable_scope("m", reuse=True):
    fc.linear_model(features, [price])
