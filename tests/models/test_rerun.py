"""Notebooks' cells run once more, and what of a notebook nothing calls."""

from __future__ import annotations

import json

from scopecheck.engine import check_source
from scopecheck.rules.finding import Finding

IMPORT = "import tensorflow.compat.v1 as tf\ntf.disable_v2_behavior()"
RESET = "tf.reset_default_graph()"
NET = "def net():\n    return tf.get_variable('w', [2])"
CALL = "w = net()"
PLAIN = "v = tf.Variable(tf.zeros([2]))"
ASKED = "names = [one.name for one in tf.global_variables()]"


def findings(*cells: str) -> list[Finding]:
    """What is found in a notebook with these cells."""
    held = [
        {"cell_type": "code", "metadata": {}, "outputs": [], "execution_count": None, "source": one}
        for one in cells
    ]
    text = json.dumps({"cells": held, "metadata": {}, "nbformat": 4, "nbformat_minor": 4})
    return list(check_source(text, "notebook.ipynb").result.findings)


def test_a_cell_is_named_where_another_one_raises() -> None:
    (there,) = findings(IMPORT, NET, CALL)
    assert (there.code, there.site.cell) == ("SCO502", 1)
    assert there.message.startswith("run once more, cell 3 raises")
    (here,) = findings(IMPORT, "w = tf.get_variable('w', [2])")
    assert here.message.startswith("run once more, this cell raises")


def test_what_a_cell_made_in_a_graph_of_before_is_not_made_twice() -> None:
    assert [one.code for one in findings(IMPORT, PLAIN, ASKED)] == ["SCO502"]
    assert not findings(IMPORT, PLAIN, ASKED, RESET, ASKED)


def test_a_second_set_is_told_where_another_cell_gets_both() -> None:
    assert not findings(IMPORT, f"{PLAIN}\n{ASKED}", "tf.Session().run(v)")
    assert [one.code for one in findings(IMPORT, f"{PLAIN}\n{ASKED}", ASKED)] == ["SCO502"]


def test_a_scope_that_reuses_by_then() -> None:
    step = "tf.train.AdamOptimizer().minimize(tf.reduce_sum(tf.Variable(tf.zeros([2]))))"
    (found,) = findings(IMPORT, step, "tf.get_variable_scope().reuse_variables()")
    assert found.message.startswith("run once more, this cell raises: by then the scope")


def test_another_cells_variable_of_the_same_name_in_a_later_graph() -> None:
    again = f"{RESET}\nw = net()"
    assert not findings(IMPORT, NET, RESET, CALL, again)
    (found,) = findings(IMPORT, NET, again, RESET, CALL)
    assert found.message.startswith("run once more, cell 5 raises")


def test_a_method_that_nothing_calls_is_where_it_is_defined() -> None:
    twice = "tf.get_variable('w', [2]), tf.get_variable('w', [2])"
    cls = f"class Net:\n    def build(self):\n        return {twice}"
    (found,) = findings(IMPORT, "import numpy as np", cls)
    assert (found.code, found.path[0].site.cell, found.path[0].site.line) == ("SCO101", 2, 2)
