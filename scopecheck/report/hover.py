"""What an editor shows over a call: the variables that it makes or gets, and who shares them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from scopecheck.trace import CallPath, Site, Trace, Variable
from scopecheck.trace.variables import format_shape

LIMIT = 12


def hover_text(traces: Iterable[Trace], file: str, line: int, column: int) -> str | None:
    """Markdown about the variables of the innermost call at a place; None if there are none."""
    held = _held(traces, file, line, column)
    if not held:
        return None
    site = min(held, key=_size)
    blocks = [_block(variable, paths) for variable, paths in held[site].items()]
    more = len(blocks) - LIMIT
    if more > 0:
        blocks = [*blocks[:LIMIT], f"… and {more} more"]
    return "\n\n".join(blocks)


def _held(
    traces: Iterable[Trace], file: str, line: int, column: int
) -> dict[Site, dict[Variable, list[CallPath]]]:
    """The variables of each call around the place, with all paths that hold them."""
    found: dict[Site, dict[Variable, list[CallPath]]] = {}
    for trace in traces:
        for ending in trace.endings:
            for holding in ending.holdings:
                for site in dict.fromkeys([path[-1] for path in holding.paths if path]):
                    if _contains(site, file, line, column):
                        paths = found.setdefault(site, {}).setdefault(holding.variable, [])
                        paths += [path for path in holding.paths if path not in paths]
    return found


def _contains(site: Site, file: str, line: int, column: int) -> bool:
    begin, end = (site.line, site.column), (site.end_line, site.end_column)
    return site.file == file and site.cell is None and begin <= (line, column) <= end


def _size(site: Site) -> tuple[int, int]:
    return site.end_line - site.line, site.end_column - site.column


def _block(variable: Variable, paths: list[CallPath]) -> str:
    return "\n".join(_lines(variable, paths))


def _lines(variable: Variable, paths: list[CallPath]) -> Iterator[str]:
    trainable = "trainable" if variable.trainable else "not trainable"
    shape = format_shape(variable.shape)
    yield f"**`{variable.name}`** `{shape}` {variable.dtype or 'unknown dtype'}, {trainable}"
    calls = list(dict.fromkeys(path[0] for path in paths))
    if len(paths) <= 1:
        yield "\nheld by this call alone"
        return
    yield f"\nshared by {len(paths)} calls:\n"
    for call in calls[:LIMIT]:
        yield f"- {call.where()} in `{call.function}`"
