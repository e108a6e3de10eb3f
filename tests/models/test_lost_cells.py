"""Notebooks with a cell that can't be read: it may have made anything, in any graph."""

from __future__ import annotations

import json

import pytest

from scopecheck.engine import check_source

IMPORT = "import tensorflow.compat.v1 as tf\ntf.disable_v2_behavior()"
ONCE = "with tf.variable_scope('net'):\n    w = tf.get_variable('w', [2])"
READ = "with tf.variable_scope('net', reuse=True):\n    w = tf.get_variable('w', [2])"
STEP = "step = tf.train.AdamOptimizer().minimize(tf.square(tf.constant(1.0)))"
LOST = "with tf.variable_scope(...)\n    w = ..."


def codes(*cells: str) -> set[str]:
    """What is found in a notebook with these cells."""
    held = [
        {"cell_type": "code", "metadata": {}, "outputs": [], "execution_count": None, "source": one}
        for one in cells
    ]
    text = json.dumps({"cells": held, "metadata": {}, "nbformat": 4, "nbformat_minor": 4})
    return {one.code for one in check_source(text, "notebook.ipynb").result.findings}


@pytest.mark.parametrize(
    ("cells", "found"),
    [((ONCE, ONCE), "SCO101"), ((READ,), "SCO102"), ((STEP,), "SCO301")],
    ids=["twice", "missing", "nothing to train"],
)
def test_nothing_is_said_to_be_there_or_not_after_a_lost_cell(
    cells: tuple[str, ...], found: str
) -> None:
    *before, last = cells
    assert found in codes(IMPORT, *before, last)
    assert found not in codes(IMPORT, *before, LOST, last)
    assert found in codes(IMPORT, *before, last, LOST)
    assert found in codes(IMPORT, LOST, "tf.reset_default_graph()", *before, last)
