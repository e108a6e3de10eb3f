"""The formats: every module of this package is one, by its name (``json_lines``: json-lines)."""

from __future__ import annotations

import functools
import importlib
import pkgutil
from collections.abc import Iterator

import scopecheck.report.formats
from scopecheck.report.result import Lines, Result
from scopecheck.report.style import Line


@functools.cache
def format_names() -> tuple[str, ...]:
    """The names of all formats."""
    found = pkgutil.iter_modules(scopecheck.report.formats.__path__)
    return tuple(sorted(module.name.replace("_", "-") for module in found))


def render(name: str, result: Result, lines: Lines) -> Iterator[Line]:
    """The report of a run, in the format of this name."""
    module = importlib.import_module(f"scopecheck.report.formats.{name.replace('-', '_')}")
    rendered: Iterator[Line] = module.render(result, lines)
    return rendered
