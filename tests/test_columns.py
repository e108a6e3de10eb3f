"""Columns count characters, whatever stands before a call on its line."""

from __future__ import annotations

import pytest

from scopecheck.engine import check_source

HEAD = "import tensorflow as tf\n"
TWICE = 'tf.get_variable("w", [1]); tf.get_variable("w", [1])\n'


@pytest.mark.parametrize("before", ["", '"é"; ', '"🙂🙂"; '])
def test_columns(before: str) -> None:
    line = before + TWICE
    (finding,) = check_source(HEAD + line, "a.py").result.findings
    assert finding.site.column == line.rindex("tf.get") + 1
    assert finding.site.end_column == line.rindex(")") + 2
    (first,) = finding.related[:1]
    assert first.site.column == line.index("tf.get") + 1
