"""Stands in for tensorflow/contrib/factorization/python/ops: factorization_ops.py, gmm_ops.py."""

import tensorflow as tf


def _sizes(total, shards):
    size, rest = divmod(total, shards)
    return [size + 1] * rest + [size] * (shards - rest)


def _cached(variables, name):
    return [_transient("%s_shard_%d" % (name, i)) for i in range(len(variables))]


def _transient(name):
    local = [tf.GraphKeys.LOCAL_VARIABLES]
    return tf.Variable(1.0, trainable=False, collections=local, validate_shape=False, name=name)


class WALSModel(object):
    """``WALSModel``: weights and factors in shards, their gramians, and copies for a step."""

    def __init__(
        self,
        input_rows,
        input_cols,
        n_components,
        unobserved_weight=0.1,
        regularization=None,
        row_init="random",
        col_init="random",
        num_row_shards=1,
        num_col_shards=1,
        row_weights=1,
        col_weights=1,
        use_factors_weights_cache=True,
        use_gramian_cache=True,
        use_scoped_vars=False,
    ):
        assert (row_weights is None) == (col_weights is None)
        self._scoped = use_scoped_vars
        rows, cols = _sizes(input_rows, num_row_shards), _sizes(input_cols, num_col_shards)
        self.row_weights = self._sharded("row_weights", rows, row_weights)
        self.col_weights = self._sharded("col_weights", cols, col_weights)
        self.row_factors = self._sharded("row_factors", rows, row_init, n_components)
        self.col_factors = self._sharded("col_factors", cols, col_init, n_components)
        square = [n_components, n_components]
        self._row_gramian = tf.Variable(tf.zeros(square), dtype=tf.float32, name="row_gramian")
        self._col_gramian = tf.Variable(tf.zeros(square), dtype=tf.float32, name="col_gramian")
        with tf.name_scope("row_prepare_gramian"):
            self.row_update_prep_gramian_op = tf.no_op()
        with tf.name_scope("col_prepare_gramian"):
            self.col_update_prep_gramian_op = tf.no_op()
        with tf.name_scope("transient_vars"):
            if use_factors_weights_cache:
                _cached(self.row_factors, "row_factors_cache")
                _cached(self.col_factors, "col_factors_cache")
                if self.row_weights is not None:
                    _cached(self.row_weights, "row_wt_cache")
                    _cached(self.col_weights, "col_wt_cache")
            if use_gramian_cache:
                _transient("row_gramian_cache")
                _transient("col_gramian_cache")
        self.initialize_op = tf.no_op()
        self.initialize_row_update_op = tf.no_op()
        self.initialize_col_update_op = tf.no_op()
        self.worker_init = tf.no_op()

    def update_row_factors(self, sp_input=None, transpose_input=False):
        return self._updated()

    def update_col_factors(self, sp_input=None, transpose_input=False):
        return self._updated()

    def project_row_factors(self, sp_input=None, transpose_input=False, projection_weights=None):
        return self._updated()[0]

    def project_col_factors(self, sp_input=None, transpose_input=False, projection_weights=None):
        return self._updated()[0]

    def _updated(self):
        """The new factors, what sets them, the loss in two parts, and the weights' sum."""
        sums = [tf.placeholder(tf.float32, []) for _ in range(3)]
        return (tf.placeholder(tf.float32), tf.no_op(), sums[0], sums[1], sums[2])

    def _sharded(self, name, sizes, given, width=None):
        if given is None:
            return None
        if self._scoped:
            with tf.name_scope(name):
                return self._shards(name, sizes, width)
        return self._shards(name, sizes, width)

    def _shards(self, name, sizes, width):
        made = []
        for i, size in enumerate(sizes):
            shape = [size] if width is None else [size, width]
            initial = lambda: tf.ones(shape)  # noqa: E731
            made.append(tf.Variable(initial, dtype=tf.float32, name="%s_shard_%d" % (name, i)))
        return made


def gmm(inp, initial_clusters, num_clusters, random_seed, covariance_type="full", params="wmc"):
    """``gmm``: a mixture's means, covariances and weights, and whether they are set."""
    nothing = tf.constant([], dtype=tf.float32)
    means = tf.Variable(nothing, name="clusters", validate_shape=False)
    covs = tf.Variable(nothing, name="clusters_covs", validate_shape=False)
    shares = tf.tile([1.0 / num_clusters], [num_clusters])
    alphas = tf.Variable(shares, name="alphas", validate_shape=False)
    initialized = tf.Variable(False, dtype=tf.bool, name="initialized")
    parts = [means, covs, alphas]
    scores = tf.add_n([tf.reduce_sum(one) for one in parts])
    return scores, tf.cast(scores, tf.int64), tf.no_op(), tf.no_op(), initialized
