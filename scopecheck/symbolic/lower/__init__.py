"""Lowering: Python's syntax tree to closures over the machine, once for each module."""

from __future__ import annotations

from scopecheck.symbolic.lower.module import lower_module

__all__ = ["lower_module"]
