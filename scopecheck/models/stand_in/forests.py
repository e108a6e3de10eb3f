"""Stands in for tensorflow/contrib/tensor_forest/python/tensor_forest.py.

A forest's trees are resources, which are no variables; a variable without elements stands for
each of them, so that a device can be chosen.
"""

import math

import tensorflow as tf


class ForestHParams(object):
    """``ForestHParams``: what the program says, and defaults for the rest."""

    def __init__(self, num_trees=100, max_nodes=10000, **kwargs):
        self.num_trees = num_trees
        self.max_nodes = max_nodes
        self.bagging_fraction = 1.0
        self.feature_bagging_fraction = 1.0
        self.num_splits_to_consider = 0
        self.split_after_samples = 250
        self.valid_leaf_threshold = 1
        self.model_name = "all_dense"
        for name, value in kwargs.items():
            setattr(self, name, value)

    def values(self):
        return self.__dict__

    def fill(self):
        self.bagged_num_features = int(self.feature_bagging_fraction * self.num_features)
        self.regression = getattr(self, "regression", False)
        self.num_outputs = self.num_classes if self.regression else 1
        self.num_output_columns = self.num_classes + 1
        self.num_splits_to_consider = self.num_splits_to_consider or min(
            max(10, math.floor(math.sqrt(self.num_features))), 1000
        )
        self.base_random_seed = getattr(self, "base_random_seed", 0)
        return self


class ForestVariables(object):
    """``ForestVariables``: one variable for each tree, made as the scope in force says."""

    def __init__(self, params, device_assigner=None, training=True, **others):
        self.device_dummies = []
        for i in range(params.num_trees):
            self.device_dummies.append(tf.get_variable(name="device_dummy_%d" % i, shape=0))


class RandomForestGraphs(object):
    """``RandomForestGraphs``: what trains a forest, and what it says."""

    def __init__(
        self,
        params,
        tree_configs=None,
        tree_stats=None,
        device_assigner=None,
        variables=None,
        tree_variables_class=None,
        tree_graphs=None,
        training=True,
    ):
        self.params = params
        self.device_assigner = device_assigner
        self.variables = variables or ForestVariables(params, device_assigner, training)

    def training_graph(self, input_data, input_labels, num_trainers=1, trainer_id=0, **tree_kwargs):
        return tf.group(name="train")

    def inference_graph(self, input_data, **inference_args):
        average = tf.placeholder_with_default(input_data, [None, None])
        paths = tf.as_string(tf.placeholder_with_default(input_data, [None, self.params.num_trees]))
        variance = tf.placeholder_with_default(input_data, [None, None])
        return average, paths, variance

    def average_size(self):
        return tf.reduce_mean(tf.zeros([self.params.num_trees]))

    def training_loss(self, features, labels, name="training_loss"):
        return tf.negative(self.average_size(), name=name)

    def validation_loss(self, features, labels):
        return tf.negative(self.average_size())

    def feature_importances(self):
        return tf.cast(tf.zeros([self.params.num_features]), tf.float64)
