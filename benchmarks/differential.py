"""How often a prediction is what TensorFlow does, over programs made at random.

    python benchmarks/differential.py --programs N --seed S [--python INTERPRETER]

INTERPRETER has TensorFlow 2.21 or 1.15; without it this one is used. Prints the share of the
programs that use each feature and how many of them disagree. One disagreement of each kind is
made small and saved under --save, as a conformance program.
"""

from __future__ import annotations

import argparse
import json
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "tests"))

from differential.campaign import Result, play, smallest
from differential.generate import Generated, features
from differential.oracle import Oracle


def options() -> argparse.Namespace:
    """What the command line asks for."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--programs", type=int, default=1000, metavar="N")
    parser.add_argument("--seed", type=int, default=0, metavar="S")
    parser.add_argument("--start", type=int, default=0, metavar="K", help="number of the first")
    parser.add_argument("--python", default=sys.executable, metavar="INTERPRETER")
    parser.add_argument("--version", choices=["1.15", "2.21"], default="2.21")
    parser.add_argument("--jobs", type=int, default=2, metavar="N")
    parser.add_argument("--save", type=Path, metavar="FOLDER")
    parser.add_argument(
        "--keep", type=Path, metavar="FILE", help="programs and records, a line each"
    )
    return parser.parse_args()


def table(result: Result, version: str) -> Iterator[str]:
    """A line for each feature, and the totals."""
    named = set(features(version)) | set(result.used)
    for feature in sorted(named):
        used, wrong = result.used[feature], result.wrong[feature]
        yield f"{feature:32}{used / result.programs:>8.1%}{used:>8}{wrong:>6}"
    yield (
        f"{result.programs} programs, {result.fine / result.programs:.1%} raise nothing, "
        f"{result.disagreeing} disagree, {result.undecided} undecided"
    )


def kept_line(program: Generated, record: dict[str, Any]) -> str:
    """A program with what TensorFlow did with it."""
    told = {"features": sorted(program.features), "record": record}
    return json.dumps(
        {"name": program.name, "text": program.text, "module": program.module, **told}
    )


def save(result: Result, oracle: Oracle, folder: Path, chosen: argparse.Namespace) -> None:
    """One small program for each kind of disagreement."""
    chosen.save.mkdir(parents=True, exist_ok=True)
    for number, (kind, held) in enumerate(sorted(result.disagreements.items()), 1):
        program, found = min(held, key=lambda one: len(one[0].text))
        print(f"\n-- {len(held)} x {kind}\n   {program.name}: {found}", flush=True)
        text = smallest(oracle, folder, chosen.version, program, found)
        head = (
            f"# Generated as {program.name[1:-3]}; found: {kind}\n# tensorflow: {chosen.version}\n"
        )
        (chosen.save / f"{program.name[:-3]}_{number}.py").write_text(head + text, encoding="utf-8")
        print(text, flush=True)


def main() -> None:
    """Runs a campaign."""
    chosen = options()
    result, started = Result(), time.perf_counter()
    with (
        ExitStack() as stack,
        tempfile.TemporaryDirectory() as name,
        Oracle(chosen.python, chosen.jobs) as oracle,
    ):
        folder = Path(name)
        kept = stack.enter_context(chosen.keep.open("a")) if chosen.keep else None
        numbers = range(chosen.start, chosen.start + chosen.programs)
        for program, record, found in play(oracle, folder, chosen.version, chosen.seed, numbers):
            result.add(program, record, found)
            if kept:
                kept.write(kept_line(program, record) + "\n")
            if result.programs % 500 == 0:
                spent = time.perf_counter() - started
                print(
                    f"{result.programs}: {result.disagreeing} disagree, {spent:.0f} s", flush=True
                )
        for line in table(result, chosen.version):
            print(line)
        for kind, held in sorted(result.disagreements.items(), key=lambda one: -len(one[1])):
            print(f"{len(held):5} x {kind}   ({held[0][0].name})")
        if chosen.save:
            save(result, oracle, folder, chosen)
    sys.exit(bool(result.disagreeing))


if __name__ == "__main__":
    main()
