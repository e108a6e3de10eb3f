"""What was recorded is what TensorFlow does today: the recorder, run over all programs."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Any

import pytest
from conformance.record_truth import applying, run_recorder, truth
from tensorflows import NO_TENSORFLOW_221, THIS, tensorflow_221

TRUTH = Path(__file__).resolve().parent / "truth"


def changes(version: str, interpreter: str) -> list[str]:
    """The programs that do something else under an interpreter than what was recorded."""
    recorded = json.loads((TRUTH / f"{version}.json").read_text(encoding="utf-8"))["programs"]
    live: dict[str, Any] = json.loads(
        truth(version, run_recorder(interpreter, list(applying(version))))
    )["programs"]
    return [
        f"{name}: recorded {recorded.get(name)}, now {live.get(name)}"
        for name in sorted({*recorded, *live})
        if recorded.get(name) != live.get(name)
    ]


@pytest.mark.skipif(not tensorflow_221(), reason=NO_TENSORFLOW_221)
def test_truth_of_tensorflow_2() -> None:
    found = changes("2.21", THIS)
    assert not found, "\n  ".join(found)


@pytest.mark.tf115
@pytest.mark.skipif(
    "SCOPECHECK_TF115_PY3" not in os.environ,
    reason="SCOPECHECK_TF115_PY3 names no interpreter with TensorFlow 1.15",
)
def test_truth_of_tensorflow_1() -> None:
    found = changes("1.15", os.environ["SCOPECHECK_TF115_PY3"])
    assert not found, "\n  ".join(found)
