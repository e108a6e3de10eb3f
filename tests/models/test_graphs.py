"""Graphs: their own stores, resets, sessions, and what a finalized one refuses."""

from __future__ import annotations

from predictions import made, raised

FINAL = "RuntimeError: Graph is finalized and cannot be modified."


def test_every_graph_has_its_own_store() -> None:
    assert (
        made("""
for _ in range(2):
    with tf.Graph().as_default():
        tf.get_variable("w", [1])
tf.get_variable("w", [1])
tf.reset_default_graph()
tf.get_variable("w", [1])
""")
        == ["w"] * 4
    )


def test_a_reset_inside_a_session_is_refused() -> None:
    program = "with tf.Session():\n    tf.reset_default_graph()\n"
    assert raised(program).startswith("AssertionError: Do not use tf.reset_default_graph()")


def test_a_finalized_graph_takes_nothing() -> None:
    assert raised("tf.get_default_graph().finalize()\ntf.get_variable('w', [1])\n") == FINAL
    assert raised("tf.get_default_graph().finalize()\ntf.constant(1.0)\n") == FINAL
    assert raised("tf.train.MonitoredSession()\ntf.get_variable('w', [1])\n") == FINAL


def test_a_session_on_a_graph_makes_it_the_default() -> None:
    assert "already exists" in raised("""
graph = tf.Graph()
with tf.Session(graph=graph):
    tf.get_variable("w", [1])
with graph.as_default():
    tf.get_variable("w", [1])
""")


def test_a_loop_whose_passes_each_have_a_graph_is_given_up_when_they_have_cost_enough() -> None:
    names = made("""
for _ in range(1000):
    with tf.Graph().as_default():
        for i in range(40):
            tf.get_variable("w%d" % i, [1])
tf.get_variable("last", [1])
""")
    assert names[-1] == "last"
    assert 2 * 40 <= names.index("last") < 200 * 40


def test_a_loop_that_fills_one_graph_is_run_to_its_end() -> None:
    names = made("""
for i in range(150):
    for j in range(30):
        tf.get_variable("w%d_%d" % (i, j), [1])
""")
    assert len(names) == 4500
