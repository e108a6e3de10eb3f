# Factors found by alternating least squares, in shards, and mixtures of gaussians.
# tensorflow: 1.15
import tensorflow as tf
from tensorflow.contrib.factorization.python.ops import factorization_ops

model = factorization_ops.WALSModel(5, 7, 2, num_row_shards=2)
rows = model.update_row_factors(sp_input=tf.sparse_placeholder(tf.float32, [5, 7]))
columns = model.project_col_factors(tf.sparse_placeholder(tf.float32, [5, 7]), False, 1.0)
tf.get_variable("widths", [len(rows), rows[0].shape[-1].value or 1, columns.shape[-1].value or 1])
tf.get_variable("factors", model.row_factors[1].shape)
tf.contrib.factorization.WALSModel(
    5,
    7,
    3,
    row_weights=None,
    col_weights=None,
    use_factors_weights_cache=False,
    use_gramian_cache=False,
)
tf.contrib.factorization.WALSModel(4, 4, 2, use_scoped_vars=True, use_gramian_cache=False)
with tf.name_scope("scope"):
    tf.contrib.factorization.WALSModel(4, 6, 2)
with tf.variable_scope("mixture"):
    tf.contrib.factorization.gmm(tf.ones([20, 3]), "random", 4, 1)
