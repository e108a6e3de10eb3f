"""How many of the labelled bugs a tool finds, and how many right programs it complains of.

    python benchmarks/sharing-bugs/score.py [--tool NAME ...] [--codes]
    python benchmarks/sharing-bugs/score.py --findings FILE [--name NAME]

The first form runs the tools that are on the PATH (all that it knows, if none is named) over
copies of the programs without their comments. The second reads what any tool said of such
copies (export.py makes them): lines `path:line:column: code message`, or SARIF. README.md says
what counts as found.
"""

from __future__ import annotations

import argparse
import tempfile
from collections.abc import Iterator
from pathlib import Path

import outputs
import runners
from counting import Finding, Score, score
from export import export, load_labels, texts

Row = tuple[str, str, Score]


def heads(rows: list[Row]) -> Iterator[str]:
    """The first table: a line for each tool."""
    one = rows[0][2]
    raising = sum(bug.raises for bug in one.bugs)
    yield (
        f"| tool | version | findings | bugs found at their line (of {len(one.bugs)}) "
        f"| of those that raise ({raising}) | that run silently ({len(one.bugs) - raising}) "
        f"| found on a labelled line | right programs with a false alarm (of {one.right}) "
        "| with any finding |"
    )
    yield "|---|---|---|---|---|---|---|---|---|"
    for name, version, found in rows:
        loud = sum(found.bugs[index].raises for index in found.at_line)
        yield (
            f"| {name} | {version} | {found.findings:,} | {len(found.at_line)} | {loud} "
            f"| {len(found.at_line) - loud} | {len(found.on_labelled)} | {len(found.alarmed)} "
            f"| {len(found.alarmed_by_any)} |"
        )


def causes(rows: list[Row]) -> Iterator[str]:
    """The second table: a line for each cause, found at their line."""
    yield "| cause | bugs | " + " | ".join(name for name, _, _ in rows) + " |"
    yield "|---" * (len(rows) + 2) + "|"
    each = [found.by_cause() for _, _, found in rows]
    for cause, (number, _) in each[0].items():
        yield f"| {cause} | {number} | " + " | ".join(str(one[cause][1]) for one in each) + " |"


def codes(rows: list[Row]) -> Iterator[str]:
    """Which codes counted, and on how many labelled lines each is given."""
    for name, _, found in rows:
        told = ", ".join(f"{code} ({number})" for code, number in found.codes.items())
        yield f"{name}: {told or 'none'}"


def measured(names: list[str]) -> tuple[list[Row], list[str]]:
    """A row for each tool that is there, and what is said of the others."""
    labels = load_labels()
    rows: list[Row] = []
    missing = []
    with tempfile.TemporaryDirectory() as folder:
        export(labels, Path(folder))
        for tool in runners.chosen(names):
            if why := tool.missing():
                missing.append(f"{tool.name} is missing: {why}")
                continue
            rows.append((tool.name, tool.number(), score(labels, texts(labels), tool.run(folder))))
    return rows, missing


def given(name: str, findings: list[Finding]) -> list[Row]:
    """The row of a tool whose output was read."""
    labels = load_labels()
    return [(name, "", score(labels, texts(labels), findings))]


def main() -> None:
    """Prints the tables."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--tool", action="append", default=[], choices=sorted(runners.TOOLS))
    parser.add_argument("--findings", type=Path, help="what a tool said, lines or SARIF")
    parser.add_argument("--name", default="tool", help="the name for --findings")
    parser.add_argument("--codes", action="store_true", help="say which codes counted")
    options = parser.parse_args()
    missing: list[str] = []
    if options.findings:
        said = outputs.from_any(options.findings.read_text(encoding="utf-8"))
        rows = given(options.name, list(said))
    else:
        rows, missing = measured(options.tool)
    if rows:
        print("\n".join([*heads(rows), "", *causes(rows)]))
    if rows and options.codes:
        print("\n".join(["", *codes(rows)]))
    for line in missing:
        print(line)


if __name__ == "__main__":
    main()
