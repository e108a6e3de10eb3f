"""Stands in for tensorflow_estimator/python/estimator/canned: estimators with their own models."""

import tensorflow as tf

_OPTIMIZERS = {
    "Adagrad": tf.train.AdagradOptimizer,
    "Adam": tf.train.AdamOptimizer,
    "Ftrl": tf.train.FtrlOptimizer,
    "RMSProp": tf.train.RMSPropOptimizer,
    "SGD": tf.train.GradientDescentOptimizer,
}
_MODES = tf.estimator.ModeKeys


def _optimizer(given, rate):
    if isinstance(given, str):
        if given not in _OPTIMIZERS:
            raise ValueError("Unsupported optimizer name: %s. …" % given)
        return _OPTIMIZERS[given](learning_rate=rate)
    return given if hasattr(given, "minimize") else given()


def _of_classes(classes):
    """The head of a classifier: one logit for two classes."""
    if classes < 2:
        raise ValueError("n_classes must be …")
    if classes == 2:
        return tf.contrib.estimator.binary_classification_head()
    return tf.contrib.estimator.multi_class_head(classes)


def _of_numbers(dimension):
    """The head of a regressor."""
    return tf.contrib.estimator.regression_head(label_dimension=dimension)


def _named(features):
    """The features by name, as they are asked for."""
    if not isinstance(features, dict):
        raise ValueError("features should be a dictionary of `Tensor`s. …")
    return features


class _Deep(object):
    """The hidden layers of ``_DNNModel``."""

    def __init__(self, hidden_units, columns, activation_fn, dropout, batch_norm, partitioner):
        self.hidden_units = hidden_units
        self.columns = columns
        self.activation_fn = activation_fn
        self.dropout = dropout
        self.batch_norm = batch_norm
        self.partitioner = partitioner or tf.min_max_variable_partitioner(
            max_partitions=0, min_slice_size=64 << 20
        )

    def logits(self, features, mode, units):
        training = mode == _MODES.TRAIN
        with tf.variable_scope("input_from_feature_columns", partitioner=self.partitioner):
            net = tf.feature_column.input_layer(_named(features), self.columns)
        for at, wide in enumerate(self.hidden_units):
            with tf.variable_scope("hiddenlayer_%d" % at) as scope:
                net = tf.layers.dense(net, wide, self.activation_fn, name=scope)
                if self.dropout is not None and training:
                    net = tf.layers.dropout(net, self.dropout, training=True)
                if self.batch_norm:
                    net = tf.layers.batch_normalization(
                        net, momentum=0.999, training=training, name="batchnorm_%d" % at
                    )
        with tf.variable_scope("logits") as scope:
            return tf.layers.dense(net, units, name=scope)


def _linear(features, columns, units, combiner):
    return tf.feature_column.linear_model(_named(features), columns, units, combiner)


def _scope(name, partitioner=None):
    cut = partitioner or tf.min_max_variable_partitioner(max_partitions=0)
    return tf.variable_scope(name, partitioner=cut)


class _Deeply(tf.estimator.Estimator):
    def __init__(self, deep, head, optimizer, model_dir, config):
        def model(features, labels, mode, config):
            made = _optimizer(optimizer, 0.05)
            with _scope("dnn"):
                logits = deep.logits(features, mode, head.logits_dimension)
                return head.create_estimator_spec(features, mode, logits, labels, made)

        super(_Deeply, self).__init__(model, model_dir, config)


class DNNClassifier(_Deeply):
    """``DNNClassifier``."""

    def __init__(
        self,
        hidden_units,
        feature_columns,
        model_dir=None,
        n_classes=2,
        weight_column=None,
        label_vocabulary=None,
        optimizer="Adagrad",
        activation_fn=tf.nn.relu,
        dropout=None,
        input_layer_partitioner=None,
        config=None,
        warm_start_from=None,
        loss_reduction=None,
        batch_norm=False,
    ):
        about = (activation_fn, dropout, batch_norm, input_layer_partitioner)
        deep = _Deep(hidden_units, feature_columns, *about)
        head = _of_classes(n_classes)
        super(DNNClassifier, self).__init__(deep, head, optimizer, model_dir, config)


class DNNRegressor(_Deeply):
    """``DNNRegressor``."""

    def __init__(
        self,
        hidden_units,
        feature_columns,
        model_dir=None,
        label_dimension=1,
        weight_column=None,
        optimizer="Adagrad",
        activation_fn=tf.nn.relu,
        dropout=None,
        input_layer_partitioner=None,
        config=None,
        warm_start_from=None,
        loss_reduction=None,
        batch_norm=False,
    ):
        about = (activation_fn, dropout, batch_norm, input_layer_partitioner)
        deep = _Deep(hidden_units, feature_columns, *about)
        head = _of_numbers(label_dimension)
        super(DNNRegressor, self).__init__(deep, head, optimizer, model_dir, config)


class _Linearly(tf.estimator.Estimator):
    def __init__(self, columns, head, about, model_dir, config):
        optimizer, partitioner, combiner = about

        def model(features, labels, mode, config):
            made = _optimizer(optimizer, 0.2)
            cut = partitioner or tf.min_max_variable_partitioner(
                max_partitions=0, min_slice_size=64 << 20
            )
            with _scope("linear", cut):
                logits = _linear(features, columns, head.logits_dimension, combiner)
                return head.create_estimator_spec(features, mode, logits, labels, made)

        super(_Linearly, self).__init__(model, model_dir, config)


class LinearClassifier(_Linearly):
    """``LinearClassifier``."""

    def __init__(
        self,
        feature_columns,
        model_dir=None,
        n_classes=2,
        weight_column=None,
        label_vocabulary=None,
        optimizer="Ftrl",
        config=None,
        partitioner=None,
        warm_start_from=None,
        loss_reduction=None,
        sparse_combiner="sum",
    ):
        about = (optimizer, partitioner, sparse_combiner)
        own = (feature_columns, _of_classes(n_classes), about, model_dir, config)
        super(LinearClassifier, self).__init__(*own)


class LinearRegressor(_Linearly):
    """``LinearRegressor``."""

    def __init__(
        self,
        feature_columns,
        model_dir=None,
        label_dimension=1,
        weight_column=None,
        optimizer="Ftrl",
        config=None,
        partitioner=None,
        warm_start_from=None,
        loss_reduction=None,
        sparse_combiner="sum",
    ):
        about = (optimizer, partitioner, sparse_combiner)
        own = (feature_columns, _of_numbers(label_dimension), about, model_dir, config)
        super(LinearRegressor, self).__init__(*own)


class _Both(tf.estimator.Estimator):
    def __init__(self, deep, deep_optimizer, columns, about, head, model_dir, config):
        linear_optimizer, combiner = about
        units = head.logits_dimension

        def model(features, labels, mode, config):
            parts, steps = [], []
            if deep.columns:
                deeply = _optimizer(deep_optimizer, 0.001)
                with _scope("dnn"):
                    parts.append(deep.logits(features, mode, units))
                steps.append((deeply, "dnn"))
            if columns:
                linearly = _optimizer(linear_optimizer, min(0.005, 1.0 / len(columns) ** 0.5))
                with _scope("linear", deep.partitioner):
                    parts.append(_linear(features, columns, units, combiner))
                steps.append((linearly, "linear"))

            def train(loss):
                made = []
                for optimizer, scope in steps:
                    listed = tf.get_collection(tf.GraphKeys.TRAINABLE_VARIABLES, scope=scope)
                    made.append(optimizer.minimize(loss, var_list=listed))
                return tf.group(*made)

            logits = tf.add_n(parts)
            return head.create_estimator_spec(features, mode, logits, labels, None, train)

        if not columns and not deep.columns:
            raise ValueError(
                "Either linear_feature_columns or dnn_feature_columns must be defined."
            )
        super(_Both, self).__init__(model, model_dir, config)


class DNNLinearCombinedClassifier(_Both):
    """``DNNLinearCombinedClassifier``."""

    def __init__(
        self,
        model_dir=None,
        linear_feature_columns=None,
        linear_optimizer="Ftrl",
        dnn_feature_columns=None,
        dnn_optimizer="Adagrad",
        dnn_hidden_units=None,
        dnn_activation_fn=tf.nn.relu,
        dnn_dropout=None,
        n_classes=2,
        weight_column=None,
        label_vocabulary=None,
        input_layer_partitioner=None,
        config=None,
        warm_start_from=None,
        loss_reduction=None,
        batch_norm=False,
        linear_sparse_combiner="sum",
    ):
        about = (dnn_activation_fn, dnn_dropout, batch_norm, input_layer_partitioner)
        deep = _Deep(dnn_hidden_units, dnn_feature_columns, *about)
        linear = (linear_optimizer, linear_sparse_combiner)
        rest = (linear_feature_columns, linear, _of_classes(n_classes), model_dir, config)
        super(DNNLinearCombinedClassifier, self).__init__(deep, dnn_optimizer, *rest)


class DNNLinearCombinedRegressor(_Both):
    """``DNNLinearCombinedRegressor``."""

    def __init__(
        self,
        model_dir=None,
        linear_feature_columns=None,
        linear_optimizer="Ftrl",
        dnn_feature_columns=None,
        dnn_optimizer="Adagrad",
        dnn_hidden_units=None,
        dnn_activation_fn=tf.nn.relu,
        dnn_dropout=None,
        label_dimension=1,
        weight_column=None,
        input_layer_partitioner=None,
        config=None,
        warm_start_from=None,
        loss_reduction=None,
        batch_norm=False,
        linear_sparse_combiner="sum",
    ):
        about = (dnn_activation_fn, dnn_dropout, batch_norm, input_layer_partitioner)
        deep = _Deep(dnn_hidden_units, dnn_feature_columns, *about)
        linear = (linear_optimizer, linear_sparse_combiner)
        rest = (linear_feature_columns, linear, _of_numbers(label_dimension), model_dir, config)
        super(DNNLinearCombinedRegressor, self).__init__(deep, dnn_optimizer, *rest)


class _Baseline(tf.estimator.Estimator):
    def __init__(self, head, optimizer, model_dir, config):
        def model(features, labels, mode, config):
            with tf.variable_scope("baseline"):
                zeros = tf.zeros_initializer()
                bias = tf.get_variable("bias", [head.logits_dimension], initializer=zeros)
            made, logits = _optimizer(optimizer, 0.3), tf.expand_dims(bias, 0)
            return head.create_estimator_spec(features, mode, logits, labels, made)

        super(_Baseline, self).__init__(model, model_dir, config)


class BaselineClassifier(_Baseline):
    """``BaselineClassifier``."""

    def __init__(
        self,
        model_dir=None,
        n_classes=2,
        weight_column=None,
        label_vocabulary=None,
        optimizer="Ftrl",
        config=None,
        loss_reduction=None,
    ):
        own = (_of_classes(n_classes), optimizer, model_dir, config)
        super(BaselineClassifier, self).__init__(*own)


class BaselineRegressor(_Baseline):
    """``BaselineRegressor``."""

    def __init__(
        self,
        model_dir=None,
        label_dimension=1,
        weight_column=None,
        optimizer="Ftrl",
        config=None,
        loss_reduction=None,
    ):
        own = (_of_numbers(label_dimension), optimizer, model_dir, config)
        super(BaselineRegressor, self).__init__(*own)


class _Trees(tf.estimator.Estimator):
    def __init__(self, head, model_dir, config):
        def model(features, labels, mode, config):
            with tf.name_scope("boosted_trees"):
                if mode == _MODES.TRAIN:
                    for name in ("are_boundaries_ready", "center_bias_needed"):
                        tf.Variable(True, trainable=False, name=name)
                grow = tf.no_op()
                return head.create_estimator_spec(
                    features, mode, tf.zeros([1, 1]), labels, None, lambda loss: grow
                )

        super(_Trees, self).__init__(model, model_dir, config)


class BoostedTreesClassifier(_Trees):
    """``BoostedTreesClassifier``: its trees are a resource, no variables."""

    def __init__(
        self,
        feature_columns,
        n_batches_per_layer,
        model_dir=None,
        n_classes=2,
        weight_column=None,
        label_vocabulary=None,
        n_trees=100,
        max_depth=6,
        learning_rate=0.1,
        l1_regularization=0.0,
        l2_regularization=0.0,
        tree_complexity=0.0,
        min_node_weight=0.0,
        config=None,
        **more,
    ):
        super(BoostedTreesClassifier, self).__init__(_of_classes(n_classes), model_dir, config)


class BoostedTreesRegressor(_Trees):
    """``BoostedTreesRegressor``."""

    def __init__(
        self,
        feature_columns,
        n_batches_per_layer,
        model_dir=None,
        label_dimension=1,
        weight_column=None,
        n_trees=100,
        max_depth=6,
        learning_rate=0.1,
        l1_regularization=0.0,
        l2_regularization=0.0,
        tree_complexity=0.0,
        min_node_weight=0.0,
        config=None,
        **more,
    ):
        super(BoostedTreesRegressor, self).__init__(_of_numbers(label_dimension), model_dir, config)
