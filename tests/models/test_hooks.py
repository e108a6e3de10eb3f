"""What a hook builds around a run, once the graph is final, is told with the run's count."""

from __future__ import annotations

import pytest
from predictions import traced

from scopecheck.rules.gather import check_trace

PROGRAM = """
class Rate(tf.train.SessionRunHook):
    def __init__(self, every):
        self.every, self.count = every, 0

    def begin(self):
        self.assign = rate.assign(0.5)

    def after_run(self, context, values):
        self.count += 1
        if self.count % self.every == 0:
            context.session.run({what})

rate = tf.get_variable("rate", [], trainable=False)
with tf.train.MonitoredTrainingSession(hooks=[Rate({every})]) as session:
    for _ in range(4):
        session.{run}
"""
NEW = "rate.assign(0.1)"


@pytest.mark.parametrize(
    ("what", "every", "run", "found"),
    [
        (NEW, 2, "run(rate)", True),
        (NEW, 9, "run(rate)", False),
        ("self.assign", 2, "run(rate)", False),
        (NEW, 2, "run_step_fn(step)", False),
    ],
    ids=["every second", "never", "begun", "not followed"],
)
def test_hooks(what: str, every: int, run: str, found: bool) -> None:
    program = PROGRAM.format(what=what, every=every, run=run)
    codes = [one.code for one in check_trace(traced(f"def step(c): pass\n{program}"))]
    assert codes == (["SCO501"] if found else [])


UPDATES = """
class Updating(tf.train.SessionRunHook):
    def before_run(self, context):
        return tf.train.SessionRunArgs([{fetched}])

x = tf.placeholder(tf.float32, [4, 3])
training = tf.placeholder_with_default(False, [])
made = tf.layers.batch_normalization(tf.layers.dense(x, 3), training=training)
updates = tf.get_collection(tf.GraphKeys.UPDATE_OPS)
step = tf.train.AdamOptimizer().minimize(tf.reduce_mean(made ** 2))
with tf.train.MonitoredSession(hooks=[Updating()]) as session:
    session.run(step, {{training: True}})
    session.run(made)
"""


@pytest.mark.parametrize(("fetched", "found"), [("updates", []), ("step", ["SCO304"])])
def test_what_a_hook_has_each_run_fetch(fetched: str, found: list[str]) -> None:
    program = UPDATES.format(fetched=fetched)
    assert [one.code for one in check_trace(traced(program))] == found
