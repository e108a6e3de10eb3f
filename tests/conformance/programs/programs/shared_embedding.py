# Question and answer share one embedding table and one encoder; the scorer has its own weights.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()
VOCABULARY, WIDTH, LENGTH = 50, 8, 6


def embed(ids):
    with tf.variable_scope("embedding", reuse=tf.AUTO_REUSE):
        table = tf.get_variable(
            "table", [VOCABULARY, WIDTH], initializer=tf.random_uniform_initializer(-1, 1)
        )
        return tf.nn.embedding_lookup(table, ids)


def encode(ids, reuse=None):
    vectors = embed(ids)
    with tf.variable_scope("encoder", reuse=reuse):
        h = tf.layers.conv1d(vectors, 12, 3, padding="same", activation=tf.nn.relu)
        gate = tf.layers.dense(h, 1, activation=tf.nn.sigmoid)
        return tf.reduce_sum(h * gate, axis=1)


question = encode(tf.placeholder(tf.int32, [None, LENGTH]))
answer = encode(tf.placeholder(tf.int32, [None, LENGTH]), reuse=True)
features = tf.concat([question, answer, tf.abs(question - answer)], axis=-1)
with tf.variable_scope("score"):
    logits = tf.squeeze(tf.layers.dense(features, 1, use_bias=False), axis=[1])
loss = tf.reduce_mean(tf.nn.softplus(-logits))
tf.train.AdamOptimizer().minimize(loss)
