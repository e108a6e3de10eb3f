"""The predicted inventory: which variables there are, and which calls hold them."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from scopecheck.report.style import Line, Piece, line
from scopecheck.trace import CallPath, Ending, Site, Trace, dump_shape
from scopecheck.trace.variables import format_shape

VERSION = 1


def as_json(traces: Iterable[Trace]) -> str:
    """``{"version": 1, "entries": [...]}``: one entry for each way an entry can end."""
    entries = [_entry(trace, ending) for trace in traces for ending in trace.endings]
    return json.dumps({"version": VERSION, "entries": entries}, indent=2)


def as_text(traces: Iterable[Trace]) -> Iterator[Line]:
    """A table for each way an entry can end."""
    for trace in traces:
        for ending in trace.endings:
            yield from _table(trace, ending)
            yield ()


def _entry(trace: Trace, ending: Ending) -> dict[str, Any]:
    numbers = _numbers(ending)
    return {
        "entry": trace.entry,
        "variables": [
            {
                "name": holding.variable.name,
                "shape": dump_shape(holding.variable.shape),
                "dtype": holding.variable.dtype,
                "trainable": holding.variable.trainable,
                "made_by": holding.variable.made_by,
                **_file(holding.variable.site),
                "line": holding.variable.site.line,
                "held_by": [numbers[path] for path in holding.paths],
            }
            for holding in ending.holdings
        ],
        "call_paths": {number: [_site(site) for site in path] for path, number in numbers.items()},
        "when": " and ".join(ending.when) or None,
        "ends": _ends(ending),
    }


def _numbers(ending: Ending) -> dict[CallPath, str]:
    """An id for each call path, in the order in which they get hold of something."""
    paths = dict.fromkeys(path for holding in ending.holdings for path in holding.paths)
    return {path: f"p{number}" for number, path in enumerate(paths, start=1)}


def _site(site: Site) -> dict[str, Any]:
    return {
        **_file(site),
        "line": site.line,
        "column": site.column,
        "function": site.function,
    }


def _file(site: Site) -> dict[str, Any]:
    """The file, and the cell only where there is one."""
    return {"file": site.file} if site.cell is None else {"file": site.file, "cell": site.cell}


def _ends(ending: Ending) -> str | dict[str, Any]:
    if ending.error is None:
        return "ok"
    return {"raises": {"type": ending.error.type, "message": ending.error.message}}


def _table(trace: Trace, ending: Ending) -> Iterator[Line]:
    condition = f" (when {' and '.join(ending.when)})" if ending.when else ""
    yield line(Piece(trace.entry, "strong"), condition)
    rows = [
        (
            holding.variable.name,
            format_shape(holding.variable.shape),
            holding.variable.dtype or "?",
            "trainable" if holding.variable.trainable else "",
            holding.variable.site.where(),
            _calls(holding.paths),
        )
        for holding in ending.holdings
    ]
    yield from _aligned(rows)
    yield line(f"  {_counted(len(rows))}{'' if ending.complete else ', and perhaps more'}")
    if ending.error is not None:
        said = ending.error.message.split("\n", 1)[0]
        at = f" at {ending.error_path[-1].where()}" if ending.error_path else ""
        yield line("  then ", Piece(f"{ending.error.type}{at}", "error"), f": {said}")


def _counted(count: int) -> str:
    return "no variables" if not count else f"{count} variable{'' if count == 1 else 's'}"


def _calls(paths: Sequence[CallPath]) -> str:
    """The calls that hold a variable, by the outermost line of each."""
    lines = list(dict.fromkeys(path[0].line for path in paths if path))
    if len(paths) <= 1:
        return ""
    return "shared by the calls at lines " + ", ".join(str(number) for number in lines)


def _aligned(rows: Sequence[Sequence[str]]) -> Iterator[Line]:
    widths = [max(len(cell) for cell in column) for column in zip(*rows, strict=True)]
    for row in rows:
        cells = [cell.ljust(size) for cell, size in zip(row, widths, strict=True)]
        yield line("  " + "  ".join(cells).rstrip())
