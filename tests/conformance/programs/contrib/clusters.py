# Clusters: what their graph makes, with and without small batches, of one input and of two.
# tensorflow: 1.15
import tensorflow as tf
from tensorflow.contrib.factorization import KMeans

x = tf.placeholder(tf.float32, (20, 4))
y = tf.placeholder(tf.float32, (None, 4))
means = KMeans(inputs=x, num_clusters=25, distance_metric="cosine", use_mini_batch=True)
graph = means.training_graph()
tf.get_variable("n", [len(graph), len(graph[0])])
(all_scores, cluster_idx, scores, cluster_centers_initialized, init_op, train_op) = graph
tf.get_variable("mean", [1] + tf.reduce_mean(scores).shape.as_list())
cluster_idx = cluster_idx[0]
with tf.variable_scope("s"):
    graph = KMeans(
        [x, y], 5, mini_batch_steps_per_iteration=3, use_mini_batch=True
    ).training_graph()
    tf.get_variable("m", [len(graph[0]), len(graph[1])])
    KMeans(x, 5, initial_clusters=tf.contrib.factorization.KMEANS_PLUS_PLUS_INIT).training_graph()
for v in tf.trainable_variables():
    tf.get_variable("t_" + v.op.name.replace("/", "_"), [1])
