"""The checker predicts what TF-GAN did, in ``tf.contrib`` and as a package of its own."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from conformance.predict import differences, predict
from gan_truth.record import LIBRARIES, PROGRAMS, TRUTH, program

from scopecheck.deep import with_deep_stack

RECORDED: dict[str, dict[str, Any]] = json.loads(TRUTH.read_text(encoding="utf-8"))


@pytest.mark.parametrize("library", LIBRARIES)
def test_predictions(library: str, tmp_path: Path) -> None:
    wrong: list[str] = []
    for name, truth in RECORDED[library].items():
        path = tmp_path / name
        path.write_text(program(PROGRAMS / name, library), encoding="utf-8")
        told = with_deep_stack(lambda at=path: predict(at, "1.15"))  # type: ignore[misc]
        wrong.extend(f"{name}: {difference}" for difference in differences(told, truth))
    assert not wrong, "\n  ".join(wrong)


@pytest.mark.parametrize("library", LIBRARIES)
def test_every_program_is_recorded(library: str) -> None:
    assert set(RECORDED[library]) == {path.name for path in PROGRAMS.glob("*.py")}
