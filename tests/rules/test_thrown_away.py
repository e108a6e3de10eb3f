"""What a reset threw away is an error of SCO502 in a script, too, unless graphs are its own."""

from __future__ import annotations

import pytest

from scopecheck.engine import check_source

HEAD = """\
import tensorflow.compat.v1 as tf
tf.disable_v2_behavior()
"""
LAYER = """\
layer = tf.layers.Dense(3, name="layer")
for rate in (0.1, 0.01):
    tf.reset_default_graph()
    {make}
    y = layer(tf.placeholder(tf.float32, [None, 2]))
"""
PLACEHOLDER = """\
x = tf.placeholder(tf.float32, [None, 2])
tf.reset_default_graph()
y = tf.matmul(x, tf.get_variable("w", [2, 3]))
"""
SESSION = """\
y = tf.get_variable("y", [2]) * 2.0
tf.reset_default_graph()
session = tf.Session()
session.run(y)
"""
HANDLED = SESSION.replace("session.run", "try: session.run") + "except Exception: pass\n"
GRAPHS = """\
tf.reset_default_graph()
with tf.Graph().as_default():
    y = tf.get_variable("y", [2])
with tf.Graph().as_default():
    tf.Session().run(y)
"""


def found(text: str) -> list[tuple[str, str, int]]:
    findings = check_source(HEAD + text, "program.py").result.findings
    return [(one.code, one.severity.value, one.site.line) for one in findings]


@pytest.mark.parametrize(
    ("program", "line"),
    [(LAYER.format(make="pass"), 7), (PLACEHOLDER, 5), (SESSION, 6)],
    ids=["layer", "placeholder", "session"],
)
def test_what_outlives_its_graph(program: str, line: int) -> None:
    assert found(program) == [("SCO502", "error", line)]


@pytest.mark.parametrize(
    "program",
    [LAYER.format(make='layer = tf.layers.Dense(3, name="layer")'), HANDLED, GRAPHS],
    ids=["anew", "handled", "graphs"],
)
def test_what_is_made_anew_or_has_graphs_of_its_own(program: str) -> None:
    assert found(program) == []
