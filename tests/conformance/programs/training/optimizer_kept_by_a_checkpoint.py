# tensorflow: 1.15
# What is set on an object of TensorFlow's is asked for again; tables and dtypes by their own modules.
import numpy as np
import tensorflow as tf
from tensorflow.python.eager import backprop
from tensorflow.python.ops import lookup_ops

v = tf.get_variable("v", [2])
kept = tf.train.Checkpoint()
kept.optimizer = tf.train.AdamOptimizer(0.1)
kept.step = tf.train.get_or_create_global_step()
kept.optimizer.minimize(tf.reduce_sum(v), global_step=kept.step)
table = lookup_ops.index_to_string_table_from_tensor(tf.constant(["a", "b"]))
words = table.lookup(tf.constant([0, 1], tf.int64))
tf.tables_initializer()
rows = np.zeros([3, 4], dtype=tf.float32.as_numpy_dtype)
tf.get_variable("w", [tf.int32.as_numpy_dtype(3)])
tf.Variable(rows, name="rows")
tf.Variable(10.0 * np.random.random(), name="one")
tf.Variable(np.random.random(), name="two")
tf.Variable(np.random.rand() + 1, name="three")
tf.Variable(np.random.RandomState(1).randn(), name="four")
