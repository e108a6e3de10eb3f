"""How often a bug that is put into a right program is found, by the kind of bug.

    python benchmarks/program_mutation.py --each N [--kept FILE] [--show]

makes of each program at most N mutants with each operator (`tests/mutation/`), lets TensorFlow
say what each does, and holds what is found against it. SCOPECHECK_TF221_PY3 and
SCOPECHECK_TF115_PY3 name the interpreters; programs of one that isn't named are left out. FILE
keeps what TensorFlow did, so that it isn't asked again. --show prints what is missed and every
false alarm.
"""

from __future__ import annotations

import argparse
import json
import os
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "tests"))

from mutation.operators import OPERATORS
from mutation.programs import Mutant, Program, mutants_of, programs
from mutation.score import KINDS, Scored, findings, scored, shown
from mutation.truth import Behaviour, Raised, Step, behaviours

from scopecheck.deep import with_deep_stack

INTERPRETERS = {"2.21": "SCOPECHECK_TF221_PY3", "1.15": "SCOPECHECK_TF115_PY3"}
BATCH = 60


def options() -> argparse.Namespace:
    """What the command line asks for."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--each", type=int, default=2, metavar="N")
    parser.add_argument("--kept", type=Path, metavar="FILE")
    parser.add_argument("--only", metavar="TEXT", default="", help="programs named so")
    parser.add_argument("--operators", nargs="*", default=[], choices=sorted(OPERATORS))
    parser.add_argument("--show", action="store_true", help="print misses and false alarms")
    return parser.parse_args()


class Known:
    """What TensorFlow did with mutants, by their keys; kept in a file if there is one."""

    def __init__(self, file: Path | None) -> None:
        self._file = file
        self._held: dict[str, Behaviour | None] = {}
        if file is not None and file.exists():
            for line in file.read_text(encoding="utf-8").splitlines():
                key, told = json.loads(line)
                self._held[key] = _read(told)

    def learn(self, wanted: Sequence[Mutant]) -> None:
        """Ask TensorFlow about the mutants that aren't known yet."""
        for version, name in INTERPRETERS.items():
            new = {one.key: one for one in wanted if one.program.version == version}
            left = [one for key, one in new.items() if key not in self._held]
            for at in range(0, len(left), BATCH):
                self._ask(os.environ[name], left[at : at + BATCH])
                print(f"{version}: {min(at + BATCH, len(left))} of {len(left)}", file=sys.stderr)

    def _ask(self, python: str, some: Sequence[Mutant]) -> None:
        with tempfile.TemporaryDirectory() as folder:
            mains = [one.write(Path(folder, str(number))) for number, one in enumerate(some)]
            for one, told in zip(some, behaviours(python, mains), strict=True):
                self._held[one.key] = told
                if self._file is not None:
                    with self._file.open("a", encoding="utf-8") as out:
                        out.write(json.dumps([one.key, _written(told)]) + "\n")

    def of(self, mutant: Mutant) -> Behaviour | None:
        """What TensorFlow did with a mutant; None where it left no word."""
        return self._held[mutant.key]


def _written(told: Behaviour | None) -> dict[str, Any] | None:
    return None if told is None else {**asdict(told), "found": sorted(told.found)}


def _read(told: dict[str, Any] | None) -> Behaviour | None:
    if told is None:
        return None
    raised = told["raised"]
    if raised is not None:
        raised = Raised(
            raised["type"],
            raised["message"],
            tuple(raised["spot"]),
            raised.get("seen", raised.get("store")),
        )
    steps = tuple(
        Step(one["loss"], tuple(one["trained"]), tuple(one["reached"])) for one in told["steps"]
    )
    found = frozenset((code, place) for code, place in told["found"])
    return Behaviour(raised, told["names"], told["does"], steps, found)


def results(
    known: Known, chosen: Sequence[Program], each: int, names: Sequence[str]
) -> Iterator[Scored]:
    """The score of each mutant of the programs that run without an error."""
    for program in chosen:
        original, *changed = mutants_of(program, each, tuple(names))
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
    known.learn([one for program in kept for one in mutants_of(program, chosen.each, names)])
    rows = with_deep_stack(lambda: list(results(known, kept, chosen.each, names)))
    for line in table(rows):
        print(line)
    print(f"{len({one.mutant.program.name for one in rows})} programs")
    for one in rows if chosen.show else ():
        if one.missed or one.false_alarm:
            print("\n".join(("MISSED" if one.missed else "FALSE ALARM", *shown(one))))


if __name__ == "__main__":
    main()
