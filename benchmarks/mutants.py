"""Which mutants of the checker's own models and interpreter the recorded programs notice.

    python benchmarks/mutants.py --each N --seed S [--generated FOLDER ...]

Draws N mutants of each operator. Each is tried on the conformance programs, on the generated
programs (FOLDER has a 1.15.jsonl or 2.21.jsonl that differential.py kept) and on the fixtures, up
to the first that notices it; only programs that come to the changed place are run.
"""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
from collections import Counter
from pathlib import Path
from random import Random

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "tests"))

from mutants.play import Verdict, apart, played, reached
from mutants.programs import KINDS, Program, fixture_names, fixtures, generated, recorded, whole
from mutants.sample import ROOT, Mutant, drawn

GENERATED = ROOT / "tests" / "data" / "generated"


def options() -> argparse.Namespace:
    """What the command line asks for."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--each", type=int, default=30, metavar="N")
    parser.add_argument("--seed", type=int, default=0, metavar="S")
    parser.add_argument("--generated", type=Path, nargs="*", default=[GENERATED], metavar="FOLDER")
    parser.add_argument("--most", type=int, default=10**6, metavar="N", help="programs of a kind")
    parser.add_argument("--only", metavar="TEXT", help="mutants whose description has this text")
    return parser.parse_args()


def table(verdicts: list[tuple[Mutant, Verdict, int]]) -> None:
    """How many of each operator what kind of program noticed."""
    kinds = (*KINDS, "survives", "not reached")
    counted = Counter(
        (one.operator, verdict.by or kinds[-2 if met else -1]) for one, verdict, met in verdicts
    )
    print("| operator | " + " | ".join(kinds) + " |")
    print("|---" * (len(kinds) + 1) + "|")
    for operator in [*sorted({one.operator for one, _, _ in verdicts}), "all"]:
        row = [
            sum(n for (name, by), n in counted.items() if by == kind and operator in (name, "all"))
            for kind in kinds
        ]
        print(f"| {operator} | " + " | ".join(map(str, row)) + " |")


def tried(met: list[Program], most: int) -> list[Program]:
    """The programs for a mutant: kind after kind, in a random order, at most some of each."""
    mixed = Random(0).sample(met, len(met))
    return [one for kind in KINDS for one in [p for p in mixed if p.kind == kind][:most]]


def main() -> None:
    """Plays the mutants, tells of each that survives, and counts."""
    chosen = options()
    mutants = [one for one in drawn(chosen.each, chosen.seed) if (chosen.only or "") in str(one)]
    os.chdir(ROOT)
    verdicts = []
    with tempfile.TemporaryDirectory() as name:
        random_ones = generated(chosen.generated, Path(name))
        programs = [*recorded(), *random_ones, *whole(), *fixtures(apart(fixture_names)[0])]
        for one, met in zip(mutants, reached(mutants, programs), strict=True):
            verdict = played(one, tried(met, chosen.most))
            verdicts.append((one, verdict, len(met)))
            fate = f"{verdict.by} {verdict.program}" if verdict.by else f"SURVIVES {len(met)}"
            print(f"{one}\n    {fate}: {verdict.how}", flush=True)
    table(verdicts)


if __name__ == "__main__":
    main()
