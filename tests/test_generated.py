"""Programs made at random, with what TensorFlow did: each is predicted as it happened.

`data/generated/` holds what `benchmarks/differential.py --keep` wrote, a program a line. Left out
are the programs that disagree; docs/proof.md says how many there were, and why.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from differential.agreement import disagreements
from differential.campaign import write
from differential.generate import Generated

from scopecheck.deep import with_deep_stack

DATA = Path(__file__).resolve().parent / "data" / "generated"
PARTS = 8
LEAST = {"1.15": 300, "2.21": 1600}


def recorded(version: str) -> list[dict[str, Any]]:
    text = (DATA / f"{version}.jsonl").read_text(encoding="utf-8")
    return [json.loads(line) for line in text.splitlines()]


@pytest.mark.parametrize("part", range(PARTS))
@pytest.mark.parametrize("version", LEAST)
def test_predictions(version: str, part: int, tmp_path: Path) -> None:
    wrong = []
    for held in recorded(version)[part::PARTS]:
        program = Generated(held["name"], held["text"], held["module"], frozenset())
        path, record = write(program, tmp_path), held["record"]
        found = with_deep_stack(lambda at=path, r=record: disagreements(at, version, r))  # type: ignore[misc]
        wrong.extend(f"{held['name']}: {one}" for one in found)
    assert not wrong, "\n  ".join(wrong)


@pytest.mark.parametrize("version", LEAST)
def test_there_are_enough_of_both_kinds(version: str) -> None:
    raised = [held["record"]["outcome"]["raised"] for held in recorded(version)]
    assert len(raised) >= LEAST[version]
    assert len(raised) / 3 < raised.count(None) < len(raised) * 2 / 3
