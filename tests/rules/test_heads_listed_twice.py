"""A head that a step lists for a term of the loss that its owner lowers too is meant."""

from __future__ import annotations

import pytest
from predictions import traced

from scopecheck.rules.gather import check_trace

PROGRAM = """
def dense(x, units, name):
    with tf.variable_scope(name):
        return tf.layers.dense(x, units)

def heads(x):
    with tf.variable_scope("net", reuse=tf.AUTO_REUSE):
        return dense(dense(x, 8, "trunk"), 3, "code")

x, code = tf.placeholder(tf.float32, [4, 8]), tf.placeholder(tf.float32, [4, 3])
made = dense(code, 8, "generator")
answer = dense(heads(x), 1, "judge")
seen = heads(made)
error = tf.reduce_mean(tf.square(seen - code))
head = tf.trainable_variables("net/code")
everything = tf.trainable_variables("net") + tf.trainable_variables("judge")
first = tf.train.AdamOptimizer().minimize(error + tf.reduce_mean(answer), var_list=everything)
own = tf.trainable_variables("generator") + head
second = tf.train.AdamOptimizer().minimize({loss}, var_list=own)
with tf.Session() as session:
    session.run([first, second])
"""
OTHER = "error + tf.reduce_mean(tf.abs(seen - code))"


@pytest.mark.parametrize(("loss", "found"), [("error", False), (OTHER, True)])
def test_heads(loss: str, found: bool) -> None:
    program = PROGRAM.format(loss=loss)
    codes = [one.code for one in check_trace(traced(program))]
    assert codes == (["SCO302"] if found else [])
