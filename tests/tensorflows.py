"""Which real TensorFlow the tests can ask."""

from __future__ import annotations

import importlib.metadata
import sys

THIS = sys.executable
NO_TENSORFLOW_221 = "TensorFlow 2.21 is not installed in this interpreter"


def tensorflow_221() -> bool:
    """Whether the interpreter that runs the tests has TensorFlow 2.21; imports nothing."""
    for package in ("tensorflow", "tensorflow-cpu"):
        try:
            return importlib.metadata.version(package).startswith("2.21.")
        except importlib.metadata.PackageNotFoundError:
            continue
    return False
