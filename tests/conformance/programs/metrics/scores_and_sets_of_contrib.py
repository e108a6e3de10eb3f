# A confusion matrix, scores and sets of contrib, whatever they keep.
# tensorflow: 1.15
import tensorflow as tf

M = tf.contrib.metrics
i = tf.placeholder(tf.int64, (4,))
tf.get_variable("a", M.confusion_matrix(i, i, 3).shape)
tf.get_variable("a2", tf.confusion_matrix(i, i, num_classes=4).shape)
tf.get_variable(
    "b",
    [
        M.f1_score(tf.placeholder(tf.float32, (4,)), tf.placeholder(tf.float32, (4,)))[
            0
        ].shape.ndims
        + 1
    ],
)
tf.get_variable("c", [1] + M.accuracy(i, i).shape.as_list())
s = M.set_size(tf.sparse_placeholder(tf.int64))
M.set_union(tf.constant([[1]]), tf.constant([[2]]))
M.set_intersection(tf.constant([[1]]), tf.constant([[2]]))
M.set_difference(tf.constant([[1]]), tf.constant([[2]]))
M.streaming_mean(tf.constant([1.0]))
