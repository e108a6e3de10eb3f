# A text CNN with one convolution for each window size, whose filters are tf.Variables and whose classifier is not.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()


def windows_of(sentence, sizes, channels):
    """The strongest response to each filter, for every window size, side by side."""
    words, width = sentence.get_shape().as_list()[1:3]
    strongest = []
    for size in sizes:
        with tf.name_scope("window-{}".format(size)):
            filters = tf.Variable(tf.zeros([size, width, 1, channels]), name="filters")
            offsets = tf.Variable(tf.ones([channels]), name="offsets")
            hits = tf.nn.conv2d(sentence, filters, [1, 1, 1, 1], padding="VALID") + offsets
            best = tf.nn.max_pool(hits, [1, words + 1 - size, 1, 1], [1] * 4, padding="VALID")
            strongest.append(tf.squeeze(best, [1, 2]))
    return tf.concat(strongest, axis=1)


ids = tf.placeholder(tf.int32, [None, 20])
target = tf.placeholder(tf.int32, [None])
with tf.name_scope("lookup"), tf.device("/cpu:0"):
    table = tf.Variable(tf.random_uniform([30, 8]), name="table")
    sentence = tf.nn.embedding_lookup(table, ids)[..., tf.newaxis]
features = windows_of(sentence, sizes=(3, 4, 5), channels=2)
with tf.name_scope("classify"):
    matrix = tf.get_variable("matrix", [features.shape[-1], 3])
    offsets = tf.Variable(tf.zeros([3]), name="offsets")
    logits = tf.nn.xw_plus_b(features, matrix, offsets)
loss = tf.reduce_mean(tf.nn.sparse_softmax_cross_entropy_with_logits(labels=target, logits=logits))
loss += 0.1 * sum(tf.nn.l2_loss(v) for v in (matrix, offsets))
optimizer = tf.train.AdamOptimizer(1e-3)
train = optimizer.apply_gradients(optimizer.compute_gradients(loss))
