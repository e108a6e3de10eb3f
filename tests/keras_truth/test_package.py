"""Layers of Keras's own package make the variables that were recorded with Keras 2.3.1.

The record is what ``scopecheck/runtime/probe/record.py`` says of ``package.py`` under
TensorFlow 1.15, with keras==2.3.1 beside it.
"""

from __future__ import annotations

import json
from pathlib import Path

from conformance.predict import differences, predict

HERE = Path(__file__).resolve().parent


def test_layers_of_the_package() -> None:
    record = json.loads((HERE.parent / "data" / "keras_package.json").read_text(encoding="utf-8"))
    assert not differences(predict(HERE / "package.py", "1.15"), record)
