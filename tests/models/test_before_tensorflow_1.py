"""Programs for TensorFlow 0.x: what its later versions refuse is undecided, and no finding."""

from __future__ import annotations

import pytest

from scopecheck.engine import check_source

PROGRAM = """
import tensorflow as tf

averages = tf.train.ExponentialMovingAverage(0.9)


def score(image, label, reuse=False):
    if reuse:
        tf.get_variable_scope().reuse_variables()
    joined = {joined}
    weights = tf.get_variable("weights", [4, 4])
    mean, variance = tf.nn.moments(tf.matmul(joined, weights), [0])
    return averages.apply([mean])


label = tf.placeholder(tf.float32, [8, 1])
score(tf.placeholder(tf.float32, [8, 3]), label)
score(tf.zeros([8, 3]), label, reuse=True)
"""


@pytest.mark.parametrize(
    ("joined", "codes"),
    [
        ("tf.concat([image, label], 1)", ["SCO107"]),
        ("tf.concat(1, [image, label])", []),
        ("tf.concat(concat_dim=1, values=[image, label])", []),
    ],
)
def test_moving_averages_under_reuse(joined: str, codes: list[str]) -> None:
    found = check_source(PROGRAM.format(joined=joined), "program.py").result
    assert [finding.code for finding in found.findings] == codes
    assert bool(found.undecided) != bool(codes)
