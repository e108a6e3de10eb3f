"""How long a first check takes, next to libcst's parse of the same files.

    python benchmarks/cold_check.py PATH...

One line for each path, then the total. Importing the packages is not counted.
"""

from __future__ import annotations

import ast
import gc
import statistics
import sys
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, fields
from pathlib import Path
from typing import Any

import libcst

from scopecheck.config import Config
from scopecheck.deep import rare_collections, with_deep_stack
from scopecheck.engine import check_paths
from scopecheck.models.check import run
from scopecheck.report import render
from scopecheck.rules import Finding, check_trace
from scopecheck.source import SourceFile, names_graph
from scopecheck.symbolic.lower import lower_module
from scopecheck.verdict import judge
from scopecheck.workspace import Workspace

STAGES = ("read", "parse", "lower", "interpret", "report")


@dataclass
class Row:
    """What one path cost: sizes, seconds, and the seconds of each stage."""

    name: str
    files: int = 0
    lines: int = 0
    dropped: int = 0
    check: float = 0.0
    cst: float = 0.0
    cst_all: float = 0.0
    ast: float = 0.0
    slowest: float = 0.0
    failures: int = 0
    findings: int = 0
    stages: dict[str, float] = field(default_factory=lambda: dict.fromkeys(STAGES, 0.0))

    @contextmanager
    def timed(self, stage: str) -> Iterator[None]:
        """Adds what happens inside to a stage."""
        start = time.perf_counter()
        yield
        self.stages[stage] += time.perf_counter() - start

    def add(self, other: Row) -> None:
        """Adds another row to this one; the slowest stays the slowest."""
        for one in fields(self):
            value = getattr(self, one.name)
            if one.name == "slowest":
                self.slowest = max(self.slowest, other.slowest)
            elif isinstance(value, (int, float)):
                setattr(self, one.name, value + getattr(other, one.name))
        for stage, seconds in other.stages.items():
            self.stages[stage] += seconds


def seconds(work: Callable[[], Any]) -> float:
    """How long some work takes."""
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def measure(path: str) -> Row:
    """Everything about one path: the check as a whole first, then its stages, then the others."""
    row = Row(Path(path).name)
    gc.collect()
    row.check = seconds(lambda: whole(row, path))
    gc.collect()
    sources, data = stages(row, path)
    row.files = len(sources)
    row.lines = sum(max(content.count(b"\n"), 1) for content in data.values())
    for name, source in sources.items():
        needed = names_graph(data[name])
        row.dropped += not needed
        texts = [code(source, unit.cell, unit.tree) for unit in source.units]
        cst = sum(seconds(lambda text=text: libcst.parse_module(text)) for text in texts)
        row.cst_all += cst
        if needed:
            row.cst += cst
            row.ast += sum(seconds(lambda text=text: ast.parse(text)) for text in texts)
    row.slowest = max((seconds(lambda one=name: check_paths([one])) for name in sources), default=0)
    return row


def whole(row: Row, path: str) -> None:
    """A check as the command line does it, with the full report."""
    checked = check_paths([path])
    for _ in render("full", checked.result, checked.lines):
        pass
    row.failures = len(checked.result.failures)
    row.findings = len(checked.result.findings)


def stages(row: Row, path: str) -> tuple[dict[str, SourceFile], dict[str, bytes]]:
    """The same work once more, stage by stage."""
    with rare_collections():
        return staged(row, path)


def staged(row: Row, path: str) -> tuple[dict[str, SourceFile], dict[str, bytes]]:
    """The stages themselves."""
    workspace = Workspace(Config())
    data: dict[str, bytes] = {}
    with row.timed("read"):
        workspace.find([path])
        for name in workspace.given:
            data[name] = Path(name).read_bytes()
    with row.timed("parse"):
        for name, content in data.items():
            workspace.hold(content, name)
    sources = {name: workspace.sources[name] for name in data}
    with row.timed("lower"):
        for source in sources.values():
            lower_module(source, None)
    files = [Path(name) for name in workspace.given]
    with row.timed("interpret"):
        traces = with_deep_stack(lambda: interpreted(workspace, files))
    # The interpreter lowers each file itself, when it first needs it.
    row.stages["interpret"] = max(row.stages["interpret"] - row.stages["lower"], 0.0)
    with row.timed("report"):
        found: list[Finding] = [finding for trace in traces for finding in check_trace(trace)]
        for _ in render("full", judge(workspace, found), workspace.lines):
            pass
    return sources, data


def interpreted(workspace: Workspace, files: list[Path]) -> list[Any]:
    """All traces; up to a fault of ours, which the whole check has counted."""
    traces = []
    try:
        for trace in run(files, root=workspace.config.root, loader=workspace.load):
            traces.append(trace)
    except Exception as error:
        print(f"  ({type(error).__name__}: {error})", file=sys.stderr)
    return traces


def code(source: SourceFile, cell: int | None, tree: ast.Module) -> str:
    """The text for libcst; what it can't read (Python 2, cells) is written anew from its tree."""
    if cell is None and not source.python2:
        text = source.text
        try:
            ast.parse(text)
            libcst.parse_module(text)
        except (SyntaxError, ValueError, libcst.ParserSyntaxError):
            pass
        else:
            return text
    return ast.unparse(tree)


HEAD = (
    f"{'':32}{'files':>6}{'lines':>8}{'dropped':>9}{'libcst':>9}{'ast':>8}{'check':>9}"
    + "".join(f"{stage:>11}" for stage in STAGES)
    + f"{'slowest':>9}{'ratio':>8}{'ratio all':>11}{'found':>7}{'failed':>7}"
)


def line(row: Row) -> str:
    """A row as it is printed; times in milliseconds."""
    times = "".join(f"{1000 * row.stages[stage]:>11.0f}" for stage in STAGES)
    share = row.dropped / row.files if row.files else 0.0
    return (
        f"{row.name[:31]:32}{row.files:>6}{row.lines:>8}{share:>9.0%}{1000 * row.cst:>9.0f}"
        f"{1000 * row.ast:>8.0f}{1000 * row.check:>9.0f}{times}{1000 * row.slowest:>9.0f}"
        f"{ratio(row.check, row.cst):>8}{ratio(row.check, row.cst_all):>11}"
        f"{row.findings:>7}{row.failures:>7}"
    )


def ratio(one: float, other: float) -> str:
    """A quotient, if there is one."""
    return f"{one / other:.2f}" if other else "-"


def report(rows: Iterable[Row]) -> Iterator[str]:
    """The table, a row as soon as it is there."""
    yield HEAD
    total = Row("total")
    ratios = []
    for row in rows:
        total.add(row)
        if row.cst:
            ratios.append(row.check / row.cst)
        yield line(row)
    yield line(total)
    if ratios:
        yield (
            f"check / libcst: median {statistics.median(ratios):.2f}, worst {max(ratios):.2f}, "
            f"of everything together {total.check / total.cst:.2f}; "
            f"slowest file {total.slowest:.2f} s"
        )


def main() -> None:
    """Measures the paths of the command line."""
    if not sys.argv[1:]:
        sys.exit(__doc__)
    whole(Row("warm-up"), __file__)
    for text in report(map(measure, sys.argv[1:])):
        print(text, flush=True)


if __name__ == "__main__":
    main()
