"""scopecheck: what TensorFlow's variable store will do with a program, before it runs."""

from __future__ import annotations

__all__ = ["__version__"]

__version__ = "0.1.0"
