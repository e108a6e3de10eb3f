"""A method that is told to reuse shares with its call in another method of the same object."""

from __future__ import annotations

import pytest
from predictions import traced

from scopecheck.rules.gather import check_trace

PROGRAM = """
class Net(object):
    def __init__(self, x):
        self.x = x
        {build}

    def heads(self{default}):
        made = tf.layers.Dense(3, name="{name}")(self.x)
        with tf.variable_scope("net", reuse={passed}):
            return made + tf.layers.dense(self.x, 3, name="out")

    def train(self):
        self.loss = tf.reduce_mean(self.heads() ** 2)

    def infer(self):
        self.answer = self.heads({told})

x = tf.placeholder(tf.float32, [4, 3])
net = Net(x)
step = tf.train.AdamOptimizer().minimize(net.loss)
"""
BOTH = "self.train(); self.infer()"
FORGOTTEN = {"default": ", reuse=None", "passed": "reuse", "told": "reuse=True"}
AUTO = {"default": "", "passed": "tf.AUTO_REUSE", "told": ""}


@pytest.mark.parametrize(
    ("given", "found"), [(FORGOTTEN, ["SCO202"]), (AUTO, [])], ids=["told", "not told"]
)
def test_methods(given: dict[str, str], found: list[str]) -> None:
    program = PROGRAM.format(build=BOTH, name="memory", **given)
    assert [one.code for one in check_trace(traced(program))] == found
