"""Copies of the benchmark's programs that say nothing about what is wrong with them.

    python benchmarks/sharing-bugs/export.py FOLDER

writes every labelled program to FOLDER, without the comments that hold its label; no line
changes its number. A tool is run in FOLDER, and `score.py --findings` reads what it said.
"""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

HERE = Path(__file__).resolve().parent
FIXTURES = HERE.parents[1] / "fixtures"

# A place's file (relative to fixtures/) and, in a notebook, the index of its cell.
Unit = tuple[str, int | None]

_TOLD = re.compile(r"[ \t]*#\s*expect:.*$|^#\s*(?:needs|run|call|holds):.*$", re.M)


def load_labels() -> list[dict[str, Any]]:
    """The labels of all programs."""
    text = (HERE / "labels.json").read_text(encoding="utf-8")
    found: list[dict[str, Any]] = json.loads(text)
    return found


def bare(text: str) -> str:
    """A program without the comments that hold its label."""
    return _TOLD.sub("", text)


def exported(file: str) -> str:
    """What stands in the copy of a file."""
    whole = (FIXTURES / file).read_text(encoding="utf-8")
    if not file.endswith(".ipynb"):
        return bare(whole)
    notebook = json.loads(whole)
    for cell in notebook["cells"]:
        cell["source"] = bare("".join(cell["source"])).splitlines(keepends=True)
    return json.dumps(notebook, indent=1) + "\n"


def units(file: str) -> Iterator[tuple[Unit, list[str]]]:
    """The lines of a copy; of a notebook those of each code cell."""
    text = exported(file)
    if not file.endswith(".ipynb"):
        yield (file, None), text.split("\n")
        return
    for index, cell in enumerate(json.loads(text)["cells"]):
        if cell["cell_type"] == "code":
            yield (file, index), "".join(cell["source"]).split("\n")


def texts(labels: Iterable[dict[str, Any]]) -> dict[Unit, list[str]]:
    """The lines of the copies of some programs."""
    return dict(pair for one in labels for file in one["files"] for pair in units(file))


def export(labels: Iterable[dict[str, Any]], folder: Path) -> None:
    """Writes the copies."""
    for file in (file for one in labels for file in one["files"]):
        path = folder / file
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(exported(file), encoding="utf-8")


def main() -> None:
    """Writes all copies to the folder of the command line."""
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    export(load_labels(), Path(sys.argv[1]))


if __name__ == "__main__":
    main()
