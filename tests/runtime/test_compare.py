"""compare: on the seed programs, prediction and real graph agree in everything."""

from __future__ import annotations

from pathlib import Path

import pytest
from running import SEEDS, needs_tensorflow, scopecheck

from scopecheck.runtime.compare import differences, prediction
from scopecheck.runtime.host import Setting, record
from scopecheck.runtime.places import Places
from scopecheck.runtime.target import parse_target

pytestmark = needs_tensorflow

GRAPHS = sorted(path for path in SEEDS.rglob("*.py") if "keras" not in path.parent.name)


@pytest.fixture(scope="module")
def compared() -> dict[Path, list[str]]:
    """The differences of every seed program, recorded by one interpreter."""
    places = Places()
    targets = [parse_target(str(path)) for path in GRAPHS]
    found: dict[Path, list[str]] = {}
    records = record(targets, Setting(shim="on", to_end=True), places)
    for path, target, seen in zip(GRAPHS, targets, records, strict=True):
        assert seen is not None, path
        ways = [
            list(differences(prediction(target, version), seen[1], places))
            for version in ("2.21", "1.15")
        ]
        found[path] = min(ways, key=len)
    return found


@pytest.mark.parametrize("path", GRAPHS, ids=lambda path: path.stem)
def test_prediction_and_fact_agree(path: Path, compared: dict[Path, list[str]]) -> None:
    assert compared[path] == []


def test_a_difference_is_told(tmp_path: Path) -> None:
    program = tmp_path / "program.py"
    program.write_text(
        "import tensorflow as tf\nimport time\ntf.get_variable('w%d' % time.time(), [2])\n", "utf-8"
    )
    ran = scopecheck("compare", program, cwd=tmp_path)
    assert ran.code in (0, 1), ran.err
    assert "program.py: TensorFlow 2.21" in ran.out
