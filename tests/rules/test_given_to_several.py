"""Workers that fetch what nobody brings have a shared network that never learns."""

from __future__ import annotations

import pytest
from predictions import traced

from scopecheck.rules.gather import check_trace

PROGRAM = """
def net(scope):
    with tf.variable_scope(scope):
        return tf.reduce_mean(tf.layers.dense(x, 2) ** 2), tf.trainable_variables(scope)

x = tf.placeholder(tf.float32, [4, 3])
_, shared = net("shared")
adam = tf.train.AdamOptimizer()
workers = []
for name in {names}:
    loss, own = net(name)
    pull = [mine.assign(theirs) for mine, theirs in zip(own, shared)]
    workers.append((pull, adam.apply_gradients(zip(tf.gradients(loss, own), {target}))))
with tf.Session() as session:
    session.run(tf.global_variables_initializer())
    for _ in range(3):
        for pull, step in workers:
            session.run(pull)
            session.run(step)
"""


@pytest.mark.parametrize(
    ("names", "target", "found"),
    [
        ("('first', 'second')", "own", ["SCO301"]),
        ("('first', 'second')", "shared", []),
        ("('only',)", "own", []),
    ],
    ids=["themselves", "the shared one", "one set back"],
)
def test_workers(names: str, target: str, found: list[str]) -> None:
    program = PROGRAM.format(names=names, target=target)
    assert [one.code for one in check_trace(traced(program))] == found
