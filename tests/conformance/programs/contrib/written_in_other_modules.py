# Columns of sequences, inputs of estimators and checkpoints, by the modules that they are written in.
# tensorflow: 1.15
import numpy as np
import tensorflow as tf
from tensorflow.contrib.feature_column.python.feature_column import sequence_feature_column as sfc
from tensorflow.python.feature_column import feature_column_lib
from tensorflow.python.training.tracking import util
from tensorflow_estimator.python.estimator.inputs import numpy_io

rows = {"x": np.zeros([4, 3], np.float32)}
batch = numpy_io.numpy_input_fn(rows, batch_size=2, num_epochs=None, shuffle=False)()
tf.layers.dense(batch["x"], 2, name="fed")
words = tf.SparseTensor([[0, 0], [1, 0], [1, 1]], tf.constant([2, 0, 1], tf.int64), [2, 2])
prices = tf.SparseTensor([[0, 0], [1, 0], [1, 1]], [2.0, 0.0, 1.0], [2, 2])
column = sfc.sequence_categorical_column_with_identity("words", num_buckets=3)
embedded = feature_column_lib.embedding_column(column, dimension=5)
told, lengths = sfc.sequence_input_layer(
    {"words": words, "prices": prices}, [embedded, sfc.sequence_numeric_column("prices")]
)
tf.layers.dense(told, 4, name="sequence")
checkpoint = util.Checkpoint(weight=tf.get_variable("weight", []))
checkpoint.restore(tf.train.latest_checkpoint("/nowhere"))
