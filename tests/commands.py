"""Command lines, run in the tests' own process."""

from __future__ import annotations

from collections.abc import Callable

Run = Callable[..., int]
"""Runs ``scopecheck WORDS...`` in an empty directory; its exit code."""
