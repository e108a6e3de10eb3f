"""Stands in for tensorflow_estimator's canned/head.py and head/, and for contrib's heads.

A head trains with what it is given, in its own name scope, and makes variables of metrics alone.
"""

import inspect

import tensorflow as tf

from scopecheck_stand_in import unknown

_NO_LABELS = "You must provide a labels Tensor. Given: None. …"


class Head(object):
    """What all have: the loss, and what trains on it."""

    def __init__(self, kind, name=None, loss_fn=None, thresholds=None, logits_dimension=1):
        self.kind = kind
        self.name = name
        self.logits_dimension = logits_dimension
        self._loss_fn = loss_fn
        self._thresholds = thresholds or ()

    def __getattr__(self, name):
        return unknown("what a head has by the name of " + name)

    def _unweighted(self, features, logits, labels):
        if labels is None:
            raise ValueError(_NO_LABELS)
        if self._loss_fn is None:
            return tf.square(tf.cast(tf.convert_to_tensor(logits), tf.float32))
        more = {}
        if "features" in inspect.getfullargspec(self._loss_fn).args:
            more["features"] = features
        return self._loss_fn(labels=labels, logits=logits, **more)

    def _predicted(self, logits):
        if self.kind == "regression":
            return {"predictions": logits}
        return {"logits": logits, "probabilities": tf.nn.softmax(logits, name="probabilities")}


class FirstHead(Head):
    """A head of contrib, and of the estimators that come with TensorFlow 1."""

    def create_loss(self, features, mode, logits, labels):
        """The loss, in the collection of the losses."""
        unweighted = self._unweighted(features, logits, labels)
        loss = tf.losses.compute_weighted_loss(unweighted)
        return loss, unweighted, 1.0, labels

    def create_estimator_spec(
        self,
        features,
        mode,
        logits,
        labels=None,
        optimizer=None,
        train_op_fn=None,
        regularization_losses=None,
    ):
        """What trains, evaluates or predicts."""
        with tf.name_scope(self.name, "head"):
            predictions = self._predicted(logits)
            if mode == "infer":
                return tf.estimator.EstimatorSpec(mode=mode, predictions=predictions)
            loss, unweighted, _, _ = self.create_loss(features, mode, logits, labels)
            if regularization_losses:
                loss = tf.add_n([loss, tf.add_n(regularization_losses)])
            if mode == "train":
                train_op = self._trains(loss, optimizer, train_op_fn)
                return tf.estimator.EstimatorSpec(
                    mode=mode, predictions=predictions, loss=loss, train_op=train_op
                )
            value = tf.reduce_mean(unweighted)
        metrics = self._metrics(value, regularization_losses)
        return tf.estimator.EstimatorSpec(
            mode=mode, predictions=predictions, loss=loss, eval_metric_ops=metrics
        )

    def _trains(self, loss, optimizer, train_op_fn):
        if optimizer is not None:
            if train_op_fn is not None:
                raise ValueError("train_op_fn and optimizer cannot both be set.")
            train_op = optimizer.minimize(loss, global_step=tf.train.get_global_step())
        elif train_op_fn is not None:
            train_op = train_op_fn(loss)
        else:
            raise ValueError("train_op_fn and optimizer cannot both be None.")
        updates = tf.get_collection(tf.GraphKeys.UPDATE_OPS)
        return tf.group(train_op, *updates) if updates else train_op

    def _metrics(self, value, regularization_losses):
        if self.kind == "regression":
            found = {"average_loss": tf.metrics.mean(value)}
            found["prediction/mean"] = tf.metrics.mean(value, name="prediction/mean")
            found["label/mean"] = tf.metrics.mean(value)
            if regularization_losses:
                found["regularization_loss"] = tf.metrics.mean(value, name="regularization_loss")
            return found
        if self.kind == "labels" or self._thresholds:
            return unknown("the metrics of a head")()
        binary = self.kind == "binary"
        found = {}
        with tf.name_scope(None, "metrics"):
            if binary:
                found["label/mean"] = tf.metrics.mean(value, name="label/mean")
            found["average_loss"] = tf.metrics.mean(value, name="average_loss")
            found["accuracy"] = tf.metrics.accuracy([0], [0], name="accuracy")
            if binary:
                found.update(self._of_two_classes(value))
            if regularization_losses:
                found["regularization_loss"] = tf.metrics.mean(value, name="regularization_loss")
        return found

    def _of_two_classes(self, value):
        metrics = tf.metrics
        return {
            "precision": metrics.precision([0], [0], name="precision"),
            "recall": metrics.recall([0], [0], name="recall"),
            "prediction/mean": metrics.mean(value, name="prediction/mean"),
            "auc": metrics.auc([0], [0.5], name="auc"),
            "auc_precision_recall": metrics.auc(
                [0], [0.5], curve="PR", name="auc_precision_recall"
            ),
        }


class SecondHead(Head):
    """A head of ``tf.estimator``, which trains with Keras's optimizers."""

    def loss(self, labels, logits, features=None, mode=None, regularization_losses=None):
        """The loss, in no collection."""
        loss = tf.reduce_mean(self._unweighted(features, logits, labels))
        if regularization_losses:
            loss = tf.add_n([loss, tf.add_n(regularization_losses)])
        return loss

    def predictions(self, logits, keys=None):
        """By their names."""
        return self._predicted(logits)

    def metrics(self, regularization_losses=None):
        """Keras's metrics, which make variables."""
        kinds = tf.keras.metrics
        with tf.name_scope("metrics"):
            found = {"average_loss": kinds.Mean(name="average_loss")}
            if self.kind == "classes":
                if regularization_losses is not None:
                    found["regularization_loss"] = kinds.Mean(name="regularization_loss")
                found["accuracy"] = kinds.Accuracy(name="accuracy")
                return found
            if self.kind == "binary":
                found["accuracy"] = kinds.Accuracy(name="accuracy")
                found["precision"] = kinds.Precision(name="precision")
                found["recall"] = kinds.Recall(name="recall")
            if self.kind != "labels":
                found["prediction/mean"] = kinds.Mean(name="prediction/mean")
                found["label/mean"] = kinds.Mean(name="label/mean")
            if self.kind == "binary":
                found["accuracy_baseline"] = kinds.Mean(name="accuracy_baseline")
            if self.kind != "regression":
                found["auc"] = kinds.AUC(name="auc")
                found["auc_precision_recall"] = kinds.AUC(curve="PR", name="auc_precision_recall")
            if regularization_losses is not None:
                found["regularization_loss"] = kinds.Mean(name="regularization_loss")
            for one in self._thresholds:
                end = "/positive_threshold_%g" % one
                found["accuracy" + end] = kinds.BinaryAccuracy("accuracy" + end, threshold=one)
                found["precision" + end] = kinds.Precision(one, name="precision" + end)
                found["recall" + end] = kinds.Recall(one, name="recall" + end)
        return found

    def create_estimator_spec(
        self,
        features,
        mode,
        logits,
        labels=None,
        optimizer=None,
        trainable_variables=None,
        train_op_fn=None,
        update_ops=None,
        regularization_losses=None,
    ):
        """What trains, evaluates or predicts."""
        with tf.name_scope(self.name, "head"):
            predictions = self._predicted(logits)
            if mode == "infer":
                return tf.estimator.EstimatorSpec(mode=mode, predictions=predictions)
            loss = self.loss(labels, logits, features, mode, regularization_losses)
            if mode == "eval":
                return tf.estimator.EstimatorSpec(
                    mode=mode,
                    predictions=predictions,
                    loss=loss,
                    eval_metric_ops=self.metrics(regularization_losses),
                )
            with tf.name_scope(""), tf.name_scope("training"):
                train_op = self._trains(loss, optimizer, trainable_variables, train_op_fn)
                if update_ops is not None:
                    train_op = tf.group(train_op, *update_ops)
        return tf.estimator.EstimatorSpec(
            mode=mode, predictions=predictions, loss=loss, train_op=train_op
        )

    def _trains(self, loss, optimizer, trainable_variables, train_op_fn):
        if optimizer is None:
            if train_op_fn is None:
                raise ValueError("train_op_fn and optimizer cannot both be None.")
            return train_op_fn(loss)
        if train_op_fn is not None:
            raise ValueError("train_op_fn and optimizer cannot both be set.")
        if isinstance(optimizer, tf.train.Optimizer):
            raise ValueError("The given optimizer is not a tf.keras.optimizers.Optimizer instance…")
        if trainable_variables is None:
            raise ValueError("trainable_variables cannot be None. Given None")
        return optimizer.get_updates(loss, trainable_variables)


def multi_class_head(
    n_classes,
    weight_column=None,
    label_vocabulary=None,
    loss_reduction=None,
    loss_fn=None,
    name=None,
):
    """One of several classes."""
    return FirstHead("classes", name, loss_fn, None, n_classes)


def binary_classification_head(
    weight_column=None,
    thresholds=None,
    label_vocabulary=None,
    loss_reduction=None,
    loss_fn=None,
    name=None,
):
    """One of two classes."""
    return FirstHead("binary", name, loss_fn, thresholds)


def multi_label_head(
    n_classes,
    weight_column=None,
    thresholds=None,
    label_vocabulary=None,
    loss_reduction=None,
    loss_fn=None,
    classes_for_class_based_metrics=None,
    name=None,
):
    """Any of several classes."""
    return FirstHead("labels", name, loss_fn, thresholds, n_classes)


def regression_head(
    weight_column=None,
    label_dimension=1,
    loss_reduction=None,
    loss_fn=None,
    inverse_link_fn=None,
    name=None,
):
    """A number."""
    return FirstHead("regression", name, loss_fn, None, label_dimension)


def poisson_regression_head(
    weight_column=None, label_dimension=1, loss_reduction=None, compute_full_loss=True, name=None
):
    """A count."""
    return FirstHead("regression", name, None, None, label_dimension)


def logistic_regression_head(weight_column=None, loss_reduction=None, name=None):
    """A probability."""
    return FirstHead("regression", name)


class MultiClassHead(SecondHead):
    """One of several classes."""

    def __init__(
        self,
        n_classes,
        weight_column=None,
        label_vocabulary=None,
        loss_reduction=None,
        loss_fn=None,
        name=None,
    ):
        super(MultiClassHead, self).__init__("classes", name, loss_fn, None, n_classes)


class BinaryClassHead(SecondHead):
    """One of two classes."""

    def __init__(
        self,
        weight_column=None,
        thresholds=None,
        label_vocabulary=None,
        loss_reduction=None,
        loss_fn=None,
        name=None,
    ):
        super(BinaryClassHead, self).__init__("binary", name, loss_fn, thresholds)


class MultiLabelHead(SecondHead):
    """Any of several classes."""

    def __init__(
        self,
        n_classes,
        weight_column=None,
        thresholds=None,
        label_vocabulary=None,
        loss_reduction=None,
        loss_fn=None,
        classes_for_class_based_metrics=None,
        name=None,
    ):
        super(MultiLabelHead, self).__init__("labels", name, loss_fn, thresholds, n_classes)
        self._classes = classes_for_class_based_metrics

    def metrics(self, regularization_losses=None):
        """Keras's metrics, more of them for some of the classes."""
        if self._classes:
            return unknown("the metrics of single classes")()
        return super(MultiLabelHead, self).metrics(regularization_losses)


class RegressionHead(SecondHead):
    """A number."""

    def __init__(
        self,
        label_dimension=1,
        weight_column=None,
        loss_reduction=None,
        loss_fn=None,
        inverse_link_fn=None,
        name=None,
    ):
        super(RegressionHead, self).__init__("regression", name, loss_fn, None, label_dimension)


class PoissonRegressionHead(SecondHead):
    """A count."""

    def __init__(
        self,
        label_dimension=1,
        weight_column=None,
        loss_reduction=None,
        compute_full_loss=True,
        name=None,
    ):
        super(PoissonRegressionHead, self).__init__("regression", name, None, None, label_dimension)


class LogisticRegressionHead(SecondHead):
    """A probability."""

    def __init__(self, weight_column=None, loss_reduction=None, name=None):
        super(LogisticRegressionHead, self).__init__("regression", name)
