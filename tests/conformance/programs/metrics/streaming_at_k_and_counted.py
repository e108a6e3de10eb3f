# The streaming metrics of contrib: of the best k, errors, moments, what grows, several at once.
# tensorflow: 1.15
import tensorflow as tf

M = tf.contrib.metrics
p = tf.placeholder(tf.float32, (4, 3))
l = tf.placeholder(tf.float32, (4, 3))
i = tf.placeholder(tf.int64, (4,))
il = tf.placeholder(tf.int64, (4, 1))


def show(n, r):
    for k, x in enumerate(r):
        if isinstance(x, tf.Tensor) and x.shape.is_fully_defined():
            tf.get_variable(n + str(k), [1] + x.shape.as_list())


show("a", M.streaming_recall_at_k(p, i, 2))
show("b", M.streaming_sparse_recall_at_k(p, il, 2))
show("c", M.streaming_sparse_precision_at_k(p, il, 2))
show("d", M.streaming_sparse_precision_at_top_k(tf.placeholder(tf.int64, (4, 2)), il))
show("e", M.sparse_recall_at_top_k(il, tf.placeholder(tf.int64, (4, 2))))
show("f", M.streaming_sparse_average_precision_at_k(p, il, 2))
show("g", M.streaming_sparse_average_precision_at_top_k(tf.placeholder(tf.int64, (4, 2)), il))
show("h", M.streaming_mean_absolute_error(p, l))
show("i", M.streaming_mean_relative_error(p, l, l))
show("j", M.streaming_mean_squared_error(p, l))
show("k", M.streaming_root_mean_squared_error(p, l))
show("l", M.streaming_covariance(p, l))
show("m", M.streaming_pearson_correlation(p, l))
show("n", M.streaming_mean_cosine_distance(p, l, 1))
show("o", M.streaming_percentage_less(p, 0.5))
show("p", M.streaming_mean_iou(i, i, 3))
show("q", M.streaming_concat(i))
show("r", M.count(p))
show("s", M.cohen_kappa(i, i, 3))
show("t", M.recall_at_precision(l, p, 0.5))
show("u", M.precision_at_recall(l, p, 0.5))
names, ups = M.aggregate_metric_map({"x/y": M.streaming_mean(p), "z": M.streaming_accuracy(p, l)})
for k in sorted(names):
    tf.get_variable("map_" + k.replace("/", "_"), [1])
v, u = M.aggregate_metrics(M.streaming_mean(p), M.streaming_mean(l))
tf.get_variable("agg", [len(v), len(u)])
show("v", M.streaming_mean(p, name="named", metrics_collections=["mc"], updates_collections=["uc"]))
tf.get_variable("coll", [len(tf.get_collection("mc")) + 1, len(tf.get_collection("uc"))])
show("w", M.auc_with_confidence_intervals(i, tf.placeholder(tf.float32, (4,)))[1:])
