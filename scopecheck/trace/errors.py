"""What TensorFlow raises."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class TensorFlowError:
    """An exception's type name and the first line of its message."""

    type: str
    message: str
