"""Context managers entered and left by hand."""

from __future__ import annotations

import pytest
from predictions import made, raised


@pytest.mark.parametrize(
    ("context", "name"),
    [
        ("tf.variable_scope('a')", "a/w"),
        ("tf.name_scope('a')", "a/w"),
        ("tf.Graph().as_default()", "w"),
    ],
)
def test_by_hand(context: str, name: str) -> None:
    program = (
        f"c = {context}\nc.__enter__()\ntf.Variable(0.0, name='w')\nc.__exit__(None, None, None)\n"
    )
    assert made(program + "tf.Variable(0.0, name='v')\n") == [name, "v"]


def test_no_decorators() -> None:
    program = "@tf.variable_scope('a')\ndef net():\n    pass\n"
    assert raised(program) == "TypeError: 'variable_scope' object is not callable"
