"""Estimators: graphs of their own, also where the analysis joins two paths that made one."""

from __future__ import annotations

import pytest
from predictions import traced

PROGRAM = """
import random
from tensorflow.contrib import tpu

def model(features, labels, mode, params):
    tf.get_variable("w", [params["size"]])

def data(params):
    return tf.zeros([1]), tf.zeros([1])

def made():
    return {}

estimator = made()
if random.random() > 0.5:
    print(1)
    estimator = made()
tf.get_variable("before", [1])
estimator.train(data)
estimator.predict(data)
tf.get_variable("after", [1])
"""


@pytest.mark.parametrize(
    "made",
    [
        "tf.estimator.Estimator(model, params={'size': 3})",
        "tpu.TPUEstimator(model_fn=model, params={'size': 3}, use_tpu=False)",
    ],
)
def test_an_estimator_of_two_paths(made: str) -> None:
    endings = traced(PROGRAM.format(made)).endings
    names = {tuple(held.variable.name for held in ending.holdings) for ending in endings}
    assert [ending.error for ending in endings] == [None] * len(endings)
    graphs = {"before:0", "after:0", "global_step:0", "w:0"}
    assert {frozenset(one) for one in names} == {frozenset(graphs)}
    assert {one.count("w:0") for one in names} == {2}
