# Functions that are shown under a name of their own, asked of the modules that define them.
# tensorflow: 1.15
import tensorflow as tf
from tensorflow.contrib.losses.python.losses import loss_ops
from tensorflow.contrib.metrics.python.ops import metric_ops
from tensorflow.contrib.training.python.training import training
from tensorflow.python.framework import errors, errors_impl
from tensorflow.python.lib.io import file_io
from tensorflow.python.ops import embedding_ops, image_ops, metrics
from tensorflow.python.ops.losses import losses_impl
from tensorflow.python.platform import gfile
from tensorflow.python.platform import tf_logging as logging
from tensorflow.python.summary import summary
from tensorflow.python.util import compat

logging.info("no operation of this name")
named = tf.constant(1, name="info")
tf.Variable(1.0, name=named.name.replace(":", "_"))
tf.Variable(1.0, name=compat.as_str("text"))
try:
    raise errors.OutOfRangeError(None, None, "the end")
except tf.errors.OutOfRangeError:
    tf.Variable(1.0, name="caught")
try:
    raise tf.errors.AbortedError(None, None, "the end")
except errors_impl.AbortedError:
    tf.Variable(1.0, name="caught_by_its_module")
tf.Variable(image_ops.resize_images(tf.zeros([1, 4, 4, 3]), [2, 2]), name="resized")
metrics.accuracy(tf.constant([1]), tf.constant([1]))
metric_ops.streaming_mean(tf.constant([1.0]))
table = tf.get_variable("table", [5, 3])
ids = tf.placeholder(tf.int32, [4, 2])
tf.layers.dense(embedding_ops.embedding_lookup(table, ids), 2, name="looked_up")

x = tf.placeholder(tf.float32, [4, 3])
with tf.variable_scope("net"):
    y = tf.layers.dense(x, 1)
loss_ops.log_loss(y, tf.ones([4, 1]))
losses_impl.log_loss(tf.ones([4, 1]), y)
total = loss_ops.get_total_loss()
summary.scalar("total", total)
training.create_train_op(total, tf.train.MomentumOptimizer(0.1, 0.9))
tf.get_default_graph().finalize()
logging.warning("none in a finalized graph either")
gfile.Exists("nowhere")
file_io.file_exists("nowhere")
tf.get_variable("w", [1])
