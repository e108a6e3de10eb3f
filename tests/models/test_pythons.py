"""A file that both Pythons read runs in the one of its programs."""

from __future__ import annotations

from pathlib import Path

import pytest

from scopecheck.engine import check_paths

NETWORK = """
import tensorflow as tf

def half(size):
    return size / 2

def network():
    names = map(str, [1, 2, 3])
    tf.get_variable("w", [half(7), len(names)])
    tf.get_variable("w", [half(7), len(names)])
"""
OLD = "import network\nprint 'old'\nnetwork.network()\n"
EITHER = "import network\nnetwork.network()\n"
THROUGH = "import old_names\nimport network\nnetwork.network()\n"


def _collides(folder: Path, **texts: str) -> bool:
    for name, text in {"network": NETWORK, **texts}.items():
        (folder / f"{name}.py").write_text(text)
    found = check_paths([folder]).result.findings
    return [(one.code, one.variable) for one in found] == [("SCO101", "w")]


@pytest.mark.parametrize(
    ("texts", "old"),
    [
        ({"main": OLD}, True),
        ({"main": EITHER}, False),
        ({"main": EITHER, "old": OLD}, False),
        ({"main": OLD, "other": OLD}, True),
        ({"main": THROUGH, "old_names": "print 'names'\n"}, True),
        ({"main": OLD, "between": "import network\n", "start": "import between\n"}, False),
    ],
)
def test_the_python_of_all_programs(tmp_path: Path, texts: dict[str, str], old: bool) -> None:
    assert _collides(tmp_path, **texts) == old


def test_a_file_by_itself(tmp_path: Path) -> None:
    assert not _collides(tmp_path)
