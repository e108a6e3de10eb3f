"""The recorded truth covers the programs, all of them and no others."""

import json
from pathlib import Path

import pytest
from conformance.record_truth import PROGRAMS, applying

TRUTH = Path(__file__).resolve().parent / "truth"


@pytest.mark.parametrize("version", ["0.12", "1.1", "1.12", "1.15", "2.21"])
def test_every_program_has_its_truth(version: str) -> None:
    truth = json.loads((TRUTH / f"{version}.json").read_text(encoding="utf-8"))
    assert list(truth["programs"]) == list(applying(version))
    assert truth["tensorflow"].startswith(version)


def test_every_program_says_what_it_shows() -> None:
    silent = [
        str(path)
        for path in PROGRAMS.rglob("*.py")
        if not path.read_text(encoding="utf-8").startswith("# ")
    ]
    assert not silent
