"""Stands in for sugartensor/sg_optimize.py: optimizers with one and two slots."""

import tensorflow as tf


class AdaMaxOptimizer(tf.train.Optimizer):
    """``AdaMaxOptimizer``."""

    def __init__(
        self, learning_rate=0.001, beta1=0.9, beta2=0.999, use_locking=False, name="Adamax"
    ):
        super(AdaMaxOptimizer, self).__init__(use_locking, name)

    def _create_slots(self, var_list):
        for one in var_list:
            self._zeros_slot(one, "m", self._name)
            self._zeros_slot(one, "v", self._name)


class MaxPropOptimizer(tf.train.Optimizer):
    """``MaxPropOptimizer``."""

    def __init__(self, learning_rate=0.001, beta2=0.999, use_locking=False, name="MaxProp"):
        super(MaxPropOptimizer, self).__init__(use_locking, name)

    def _create_slots(self, var_list):
        for one in var_list:
            self._zeros_slot(one, "m", self._name)
