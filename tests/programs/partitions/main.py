"""Wide and deep: embeddings that are split into parts, for a model with parameter servers."""
import collections

import numpy as np
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()

Column = collections.namedtuple("Column", ["key", "buckets", "width"])
COLUMNS = (Column("user", 21, 4), Column("item", 40, 4), Column("city", 5, 2))


def embed(features, columns, partitioner):
    vectors = []
    with tf.variable_scope("embeddings", partitioner=partitioner):
        for column in columns:
            table = tf.get_variable(column.key, [column.buckets, column.width])
            ids = tf.string_to_hash_bucket_fast(features[column.key], column.buckets)
            vectors.append(tf.nn.embedding_lookup(table, ids, partition_strategy="div", name="embed_" + column.key))
    return tf.concat(vectors, axis=1)


def linear(features, columns):
    total = tf.get_variable("bias", [1], initializer=tf.zeros_initializer(), partitioner=None)
    for column in columns:
        with tf.variable_scope("linear/{0}".format(column.key)):
            weights = tf.get_variable(
                "weights", shape=(column.buckets, 1), initializer=tf.zeros_initializer(),
                partitioner=tf.fixed_size_partitioner(2))
        ids = tf.string_to_hash_bucket_fast(features[column.key], column.buckets)
        total = total + tf.nn.embedding_lookup(weights, ids, partition_strategy="div")
    return total


def deep(net, hidden, partitioner):
    with tf.variable_scope("dnn", partitioner=partitioner):
        for layer, units in enumerate(hidden):
            with tf.variable_scope("hiddenlayer_%d" % layer, values=(net,)) as scope:
                net = tf.layers.dense(net, units, activation=tf.nn.relu, name=scope)
        with tf.variable_scope("logits") as scope:
            return tf.layers.dense(net, 1, name=scope, kernel_initializer=tf.glorot_uniform_initializer())


def model(features, labels, ps_replicas=2):
    rows = tf.fixed_size_partitioner(ps_replicas, axis=0)
    small = tf.min_max_variable_partitioner(max_partitions=ps_replicas, min_slice_size=64)
    logits = deep(embed(features, COLUMNS, rows), [8, 16], small) + linear(features, COLUMNS)
    loss = tf.reduce_mean(tf.nn.sigmoid_cross_entropy_with_logits(labels=labels, logits=logits))
    step = tf.train.get_or_create_global_step()
    wide = tf.train.FtrlOptimizer(0.1).minimize(loss, var_list=tf.trainable_variables("linear") + tf.trainable_variables("bias"))
    deeper = tf.get_collection(tf.GraphKeys.TRAINABLE_VARIABLES, scope="(embeddings|dnn)/")
    return tf.group(wide, tf.train.AdagradOptimizer(0.05).minimize(loss, var_list=deeper, global_step=step)), loss


def main():
    features = {column.key: tf.placeholder(tf.string, [None], name=column.key) for column in COLUMNS}
    labels = tf.placeholder(tf.float32, [None, 1], name="labels")
    train, loss = model(features, labels)
    with tf.Session() as sess:
        sess.run(tf.global_variables_initializer())
        feed = {features[key]: np.array(["a", "b"]) for key in features}
        feed[labels] = np.array([[0.0], [1.0]])
        for _ in range(2):
            _, value = sess.run([train, loss], feed_dict=feed)
        print("%.3f" % value)


if __name__ == "__main__":
    main()
