"""Read the code cells of a notebook: formats 3 and 4, without nbformat."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from scopecheck.source.cell import parse_cell
from scopecheck.source.decode import MAX_BYTES, too_large
from scopecheck.source.model import Problem, SourceFile, Unit
from scopecheck.source.parse import Parsed, problem

MAX_NOTEBOOK_BYTES = 64 * 1024 * 1024  # most of a notebook's bytes are its outputs


@dataclass(frozen=True, slots=True)
class _Cell:
    index: int
    text: str


def read_notebook(data: bytes, path: str) -> SourceFile:
    """Every code cell that can be read; a bad cell loses only itself."""
    notebook = _load(data)
    if isinstance(notebook, Problem):
        return SourceFile(path, (), (notebook,), python2=False, text="")
    cells: dict[int, str] = {}
    units: list[Unit] = []
    problems: list[Problem] = []
    python2 = _language_version(notebook).startswith("2")
    for cell in _code_cells(notebook):
        if isinstance(cell, Problem):
            problems.append(cell)
            continue
        cells[cell.index] = cell.text
        parsed = parse_cell(cell.text)
        if isinstance(parsed, Parsed):
            units.append(Unit(parsed.tree, cell.index))
            python2 = python2 or parsed.python2
        elif parsed is not None:
            problems.append(problem(parsed, cell.index))
    return SourceFile(path, tuple(units), tuple(problems), python2, "", cells)


def _load(data: bytes) -> dict[str, Any] | Problem:
    if len(data) > MAX_NOTEBOOK_BYTES:
        return too_large(MAX_NOTEBOOK_BYTES)
    try:
        notebook = json.loads(data)
    except json.JSONDecodeError as error:
        return Problem(f"not a notebook: {error.msg}", error.lineno, error.colno)
    except RecursionError:
        return Problem("not a notebook: too deeply nested", 1, 1)
    except ValueError as error:
        return Problem(f"not a notebook: {' '.join(str(error).split())}", 1, 1)
    if not isinstance(notebook, dict):
        return Problem("not a notebook: no JSON object", 1, 1)
    return notebook


def _code_cells(notebook: dict[str, Any]) -> Iterator[_Cell | Problem]:
    if not _is_python(notebook):
        return
    cells = _cells(notebook)
    if not isinstance(cells, list):
        yield Problem("not a notebook: no list of cells", 1, 1)
        return
    for index, cell in enumerate(cells):
        if not isinstance(cell, dict):
            yield Problem("not a notebook cell", 1, 1, index)
        elif cell.get("cell_type") == "code":
            yield _source(cell, index)


def _cells(notebook: dict[str, Any]) -> object:
    if "cells" in notebook:
        return notebook["cells"]
    match notebook.get("worksheets"):
        case [{"cells": cells}, *_]:
            return cells
        case _:
            return None


def _source(cell: dict[str, Any], index: int) -> _Cell | Problem:
    source = cell.get("source", cell.get("input", ""))
    if isinstance(source, list) and all(isinstance(line, str) for line in source):
        source = "".join(source)
    if not isinstance(source, str):
        return Problem("a notebook cell whose source is no text", 1, 1, index)
    if len(source) > MAX_BYTES:
        return Problem(too_large(MAX_BYTES).message, 1, 1, index)
    return _Cell(index, source)


def _metadata(notebook: dict[str, Any], section: str, key: str) -> str:
    for part in ("metadata", section):
        inner = notebook.get(part)
        if not isinstance(inner, dict):
            return ""
        notebook = inner
    value = notebook.get(key)
    return value if isinstance(value, str) else ""


def _is_python(notebook: dict[str, Any]) -> bool:
    """Whether the notebook's kernel runs Python; one that doesn't say so, does."""
    language = _metadata(notebook, "language_info", "name") or _metadata(
        notebook, "kernelspec", "language"
    )
    return not language or "python" in language.lower()


def _language_version(notebook: dict[str, Any]) -> str:
    return _metadata(notebook, "language_info", "version")
