"""Holds the prediction of calls with one changed argument against what TensorFlow does.

    python benchmarks/arguments/compare.py [--python INTERPRETER] [--version 1.15] [--show]

INTERPRETER has TensorFlow 1.15 or 2.21; without it this one is used. For each parameter whose
values decide what is made, the call is predicted with a value that isn't known as well: one
certain answer is a guess.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from calls import HEADS, PROGRAM

from scopecheck.models import check
from scopecheck.source import read_file
from scopecheck.trace import Ending, Undecided

HERE = Path(__file__).resolve().parent
UNKNOWN = "import json\nunknown = json.load(open('config.json'))['key']\n"


def predicted(call: str, version: str) -> tuple[list[Ending], bool]:
    """The ends of a program with the call, and whether something in it is undecided."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "program.py")
        path.write_text(HEADS[version] + UNKNOWN + PROGRAM.replace("{}", call), encoding="utf-8")
        trace = next(
            iter(check.run([path], root=path.parent, loader=read_file, tensorflow=version))
        )
        return list(trace.endings), any(True for _ in trace.of(Undecided))


def variables(ending: Ending) -> list[list[Any]]:
    """Names, shapes, dtypes and flags of the variables at the end, sorted."""
    made = [held.variable for held in ending.holdings]
    shapes = [list(one.shape) if isinstance(one.shape, tuple) else one.shape for one in made]
    rows = zip(made, shapes, strict=True)
    return sorted([one.name, shape, one.dtype, one.trainable] for one, shape in rows)


def kind(told: dict[str, Any], version: str) -> str:
    """How the prediction of a call compares: agrees, undecided, or what differs."""
    endings, undecided = predicted(told["call"], version)
    if undecided or len(endings) != 1:
        return "undecided"
    error = endings[0].error
    if (error is None) != (told["raised"] is None):
        return "false error" if error is not None else "error not seen"
    if error is not None:
        return "agrees" if error.type == told["raised"] else "another error"
    return "agrees" if variables(endings[0]) == sorted(told["variables"]) else "other variables"


def guesses(rows: list[dict[str, Any]], version: str) -> Iterator[tuple[str, bool]]:
    """Calls with an unknown argument that decides something, and whether it is guessed."""
    by_parameter: dict[tuple[str, str], list[dict[str, Any]]] = {}
    for told in rows:
        if told["parameter"] and told["raised"] is None:
            before, _, rest = told["call"].partition(f"{told['parameter']}=")
            if rest:
                by_parameter.setdefault((before, told["parameter"]), []).append(told)
    for (before, parameter), same in by_parameter.items():
        if len({json.dumps(sorted(told["variables"])) for told in same}) < 2:
            continue
        value = same[0]["call"][len(before) + len(parameter) + 1 :]
        call = f"{before}{parameter}=unknown{value[_length(value) :]}"
        endings, undecided = predicted(call, version)
        rows_made = [variables(ending) for ending in endings]
        certain = all(_certain(*row) for row in rows_made[0])
        yield call, len(endings) == 1 and not undecided and certain


def _certain(name: str, shape: list[int | None] | None, dtype: str | None, flag: bool) -> bool:
    """Whether a variable is known in full: a size that isn't is None here."""
    return "…" not in name and shape is not None and None not in shape and dtype is not None


def _length(text: str) -> int:
    """How long the value at the beginning of a text is."""
    depth = 0
    for at, letter in enumerate(text):
        if letter in ")]" and depth == 0:
            return at
        depth += (letter in "([") - (letter in ")]")
    return len(text)


def main() -> None:
    """Prints how many calls agree, and with --show each that doesn't."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--python", default=sys.executable, metavar="INTERPRETER")
    parser.add_argument("--version", choices=sorted(HEADS), default="2.21")
    parser.add_argument("--show", action="store_true", help="each call that differs")
    given = parser.parse_args()
    command = [given.python, str(HERE / "record.py")]
    quiet = {**os.environ, "TF_USE_LEGACY_KERAS": "1"}
    lines = subprocess.run(command, capture_output=True, check=True, text=True, env=quiet).stdout
    rows = [json.loads(line) for line in lines.splitlines()]
    counts: Counter[str] = Counter()
    for told in rows:
        found = kind(told, given.version)
        counts[found] += 1
        if given.show and found != "agrees":
            print(f"{found}: {told['call']}  (TensorFlow: {told['raised'] or 'no error'})")
    deciding = list(guesses(rows, given.version))
    for call, guessed in deciding:
        if guessed:
            print(f"guessed: {call}")
    told = ", ".join(f"{name} {count}" for name, count in counts.most_common())
    print(f"{len(rows)} calls: {told}")
    print(
        f"{len(deciding)} unknown arguments that decide: {sum(one for _, one in deciding)} guessed"
    )


if __name__ == "__main__":
    main()
