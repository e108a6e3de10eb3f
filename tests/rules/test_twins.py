"""Two objects that can only answer alike are one network, where their answers are compared."""

from __future__ import annotations

import pytest
from predictions import traced

from scopecheck.rules.gather import check_trace

PROGRAM = """
class Critic(object):
    def __init__(self, name="critic", scale=1.0, data=None):
        self.name, self.scale, self.data = name, scale, data

    def __call__(self, x):
        with tf.variable_scope(self.name, reuse=tf.AUTO_REUSE):
            made = tf.layers.dense(x, 1, name="out") * self.scale
            return made if self.data is None else made + self.data

x, y, z = (tf.placeholder(tf.float32, [4, 3]) for _ in range(3))
one, other = Critic({first}), Critic({second})
low = tf.stop_gradient(tf.minimum(one(y), other(y)))
loss = tf.reduce_mean((one(x) - low) ** 2) + tf.reduce_mean((other(x) - low) ** 2)
step = tf.train.AdamOptimizer().minimize(loss)
with tf.Session() as session:
    session.run(step)
"""


@pytest.mark.parametrize(
    ("first", "second", "found"),
    [
        ("", "", True),
        ("'critic'", "name='critic'", True),
        ("'first'", "'second'", False),
        ("scale=1.0", "scale=2.0", False),
        ("data=y", "data=z", False),
    ],
    ids=["by default", "by one name", "two names", "another scale", "other data"],
)
def test_critics(first: str, second: str, found: bool) -> None:
    program = PROGRAM.format(first=first, second=second)
    assert [one.code for one in check_trace(traced(program))] == (["SCO203"] if found else [])
