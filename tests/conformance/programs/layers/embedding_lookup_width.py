# embedding_lookup appends the table's width, and the sum over steps keeps it.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()
ids = tf.placeholder(tf.int32, [None, 12])
table = tf.get_variable("table", [100, 16])
vectors = tf.nn.embedding_lookup(table, ids)
tf.layers.dense(tf.reduce_sum(vectors, 1), 3, name="bag")
tf.layers.dense(tf.reshape(vectors, [-1, 12 * 16]), 3, name="flat")
h = tf.layers.conv1d(vectors, 8, 4, name="conv")
tf.layers.dense(tf.layers.flatten(h), 3, name="windows")
