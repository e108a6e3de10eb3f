"""A list that is read between two networks is early only for what stands on the first alone."""

from __future__ import annotations

import pytest
from predictions import traced

from scopecheck.rules.gather import check_trace

PROGRAM = """
def body(x):
    with tf.variable_scope("body"):
        return tf.layers.dense(x, 6)

def head(x):
    with tf.variable_scope("head", reuse=tf.AUTO_REUSE):
        return tf.layers.dense(x, 4, name="out")

x, y = tf.placeholder(tf.float32, [4, 3]), tf.placeholder(tf.float32, [4, 6])
made = body(x)
{read}
answer = head(made)
step = tf.train.AdamOptimizer().minimize({loss}, var_list=listed)
with tf.Session() as session:
    {first}
"""
ALL = "listed = tf.trainable_variables()"
NAMED = 'listed = tf.trainable_variables("body")'
ALONE = "tf.reduce_mean(answer ** 2)"
MEASURED = "tf.reduce_mean((answer - head(y)) ** 2)"
RUN = "session.run(step)"
SAVED = 'tf.train.Saver().restore(session, "model"); session.run(step)'


@pytest.mark.parametrize(
    ("read", "loss", "first", "found"),
    [
        (ALL, ALONE, RUN, True),
        (ALL, ALONE, "pass", False),
        (NAMED, ALONE, RUN, False),
        (ALL, MEASURED, RUN, False),
        (ALL, ALONE, SAVED, False),
    ],
    ids=["early", "never run", "by name", "measured with data", "restored"],
)
def test_lists_between(read: str, loss: str, first: str, found: bool) -> None:
    program = PROGRAM.format(read=read, loss=loss, first=first)
    assert [one.code for one in check_trace(traced(program))] == (["SCO301"] if found else [])
