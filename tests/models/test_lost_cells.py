"""Notebooks with a cell that can't be read: it may have made variables, and trained them."""

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
    ("cell", "found"),
    [(READ, "SCO102"), (STEP, "SCO301")],
    ids=["missing", "nothing to train"],
)
def test_nothing_is_said_to_be_missing_after_a_lost_cell(cell: str, found: str) -> None:
    assert found in codes(IMPORT, cell)
    assert found not in codes(IMPORT, LOST, cell)
    assert found in codes(IMPORT, cell, LOST)


def test_what_was_made_before_a_lost_cell_is_still_there() -> None:
    assert "SCO101" in codes(IMPORT, ONCE, LOST, ONCE)
