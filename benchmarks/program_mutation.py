"""How often a bug that is put into a right program is found, by the kind of bug.

    python benchmarks/program_mutation.py --each N [--seed S] [--kept FILE] [--show]

makes of each program at most N mutants with each operator (`tests/mutation/`), lets TensorFlow
say what each does, and holds what is found against it. SCOPECHECK_TF221_PY3 and
SCOPECHECK_TF115_PY3 name the interpreters; programs of one that isn't named are left out. FILE
keeps what TensorFlow did, so that it isn't asked again. --show prints what is missed and every
false alarm.
"""

from __future__ import annotations

import argparse
import os
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "tests"))

from mutation.known import INTERPRETERS, Known
from mutation.operators import OPERATORS
from mutation.programs import Program, mutants_of, programs
from mutation.score import KINDS, Scored, findings, scored, shown

from scopecheck.deep import with_deep_stack


def options() -> argparse.Namespace:
    """What the command line asks for."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--each", type=int, default=2, metavar="N")
    parser.add_argument("--seed", metavar="S", default="", help="draw other places")
    parser.add_argument("--kept", type=Path, metavar="FILE")
    parser.add_argument("--only", metavar="TEXT", default="", help="programs named so")
    parser.add_argument("--operators", nargs="*", default=[], choices=sorted(OPERATORS))
    parser.add_argument("--show", action="store_true", help="print misses and false alarms")
    return parser.parse_args()


def results(
    known: Known, chosen: Sequence[Program], each: int, names: Sequence[str], seed: str
) -> Iterator[Scored]:
    """The score of each mutant of the programs that run without an error."""
    for program in chosen:
        original, *changed = mutants_of(program, each, tuple(names), seed)
        before = known.of(original)
        if before is None or before.raised is not None:
            print(f"{program.name} is left out: {before and before.raised}", file=sys.stderr)
            continue
        usual = findings(original)
        for mutant in changed:
            now = known.of(mutant)
            if now is not None:
                yield scored(mutant, now, before, usual)


def table(rows: Sequence[Scored]) -> Iterator[str]:
    """A line for each operator, and the totals."""
    heads = (*KINDS, "raises found", "changes found", "false alarms")
    yield "| operator | mutants | " + " | ".join(heads) + " |"
    yield "|---" * (len(heads) + 2) + "|"
    for name in (*OPERATORS, "all"):
        mine = [one for one in rows if name in ("all", one.mutant.operator)]
        kinds = Counter(one.kind for one in mine)
        found = Counter(one.kind for one in mine if one.found)
        wrong = sum(one.false_alarm for one in mine)
        cells = [*(kinds[kind] for kind in KINDS), found["raises"], found["changes"], wrong]
        yield f"| {name} | {len(mine)} | " + " | ".join(map(str, cells)) + " |"


def main() -> None:
    """Makes mutants, asks TensorFlow, and prints the table."""
    chosen = options()
    kept = [
        one
        for one in programs()
        if chosen.only in one.name and os.environ.get(INTERPRETERS[one.version])
    ]
    known = Known(chosen.kept)
    names = tuple(chosen.operators)
    drawn = (chosen.each, names, chosen.seed)
    known.learn([one for program in kept for one in mutants_of(program, *drawn)])
    rows = with_deep_stack(lambda: list(results(known, kept, *drawn)))
    for line in table(rows):
        print(line)
    print(f"{len({one.mutant.program.name for one in rows})} programs")
    for one in rows if chosen.show else ():
        if one.missed or one.false_alarm:
            print("\n".join(("MISSED" if one.missed else "FALSE ALARM", *shown(one))))


if __name__ == "__main__":
    main()
