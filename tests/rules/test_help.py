"""The line to change: where reuse has to be asked for depends on who opens the scope."""

from __future__ import annotations

from scopecheck.engine import check_source

HEAD = "import tensorflow as tf\n\n"
ONE_FUNCTION = (
    HEAD
    + """\
def network(x):
    with tf.variable_scope("net"):
        return tf.get_variable("w", [4])

network(1)
network(2)
"""
)
TWO_FUNCTIONS = (
    HEAD
    + """\
def layer():
    return tf.get_variable("w", [4])

def one():
    with tf.variable_scope("net"):
        return layer()

def other():
    with tf.variable_scope("net"):
        return layer()

one()
other()
"""
)


def help_of(program: str) -> str:
    (finding,) = check_source(program, "a.py").result.findings
    assert finding.help is not None
    return finding.help.partition(";")[0]


def test_a_network_that_is_called_twice() -> None:
    assert help_of(ONE_FUNCTION) == (
        'to share it, pass reuse=True to variable_scope("net") for the second call (at line 8)'
    )


def test_two_functions_that_open_one_scope() -> None:
    assert help_of(TWO_FUNCTIONS) == (
        'to share it, pass reuse=True to variable_scope("net") at line 11'
    )
