# What TensorFlow 1.0 took away is there: arithmetic, summaries, the old names of collections.
# tensorflow: 0.12
import tensorflow as tf
from tensorflow import mul, unpack

x = tf.placeholder(tf.float32, [4, 6])
y = tf.sub(mul(x, 2.0), tf.neg(x))
rows = unpack(y)
tf.get_variable("a", rows[0].get_shape())
tf.get_variable("b", tf.select(y > 0.0, y, tf.zeros([4, 6])).get_shape())
tf.get_variable("c", tf.batch_matmul(tf.zeros([2, 3, 4]), tf.zeros([2, 4, 5])).get_shape())
tf.get_variable("d", tf.batch_matmul(tf.zeros([2, 3, 4]), tf.zeros([2, 5, 4]), adj_y=True).get_shape())
labels = tf.placeholder(tf.int64, [4])
losses = [
    tf.nn.sigmoid_cross_entropy_with_logits(y, tf.ones_like(y)),
    tf.nn.softmax_cross_entropy_with_logits(y, tf.ones_like(y)),
    tf.nn.sparse_softmax_cross_entropy_with_logits(y, labels),
    tf.nn.sigmoid_cross_entropy_with_logits(logits=y, targets=y),
]
for i, loss in enumerate(losses):
    tf.get_variable("loss_%d" % i, loss.get_shape())
    tf.scalar_summary("loss_%d" % i, tf.reduce_mean(loss))
tf.histogram_summary("x", x)
tf.image_summary("images", tf.reshape(x, [2, 2, 2, 3]))
merged = tf.merge_all_summaries()
initialize = tf.initialize_all_variables()
tf.get_variable("all", [len(tf.all_variables())])
tf.get_variable("has", [2 if hasattr(tf, "mul") and not hasattr(tf, "AUTO_REUSE") else 1])
tf.get_variable("listed", [3 if "concat_v2" in dir(tf) else 1])
tf.get_variable("zeros", [2], initializer=tf.zeros_initializer)
tf.get_variable("shaped", initializer=tf.zeros_initializer([3]))
