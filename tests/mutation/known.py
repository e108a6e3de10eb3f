"""What TensorFlow did with mutants, kept in a file so that it isn't asked again."""

from __future__ import annotations

import json
import os
import sys
import tempfile
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Any

from mutation.programs import Mutant
from mutation.truth import Behaviour, Raised, Step, behaviours

INTERPRETERS = {"2.21": "SCOPECHECK_TF221_PY3", "1.15": "SCOPECHECK_TF115_PY3"}
BATCH = 60


class Known:
    """What TensorFlow did with mutants, by their keys; kept in a file if there is one."""

    def __init__(self, file: Path | None) -> None:
        self._file = file
        self.held: dict[str, Behaviour | None] = {}
        if file is not None and file.exists():
            for line in file.read_text(encoding="utf-8").splitlines():
                key, told = json.loads(line)
                self.held[key] = _read(told)

    def learn(self, wanted: Sequence[Mutant]) -> None:
        """Ask TensorFlow about the mutants that aren't known yet."""
        for version, name in INTERPRETERS.items():
            new = {one.key: one for one in wanted if one.program.version == version}
            left = [one for key, one in new.items() if key not in self.held]
            for at in range(0, len(left), BATCH):
                self._ask(os.environ[name], left[at : at + BATCH])
                print(f"{version}: {min(at + BATCH, len(left))} of {len(left)}", file=sys.stderr)

    def _ask(self, python: str, some: Sequence[Mutant]) -> None:
        with tempfile.TemporaryDirectory() as folder:
            mains = [one.write(Path(folder, str(number))) for number, one in enumerate(some)]
            for one, told in zip(some, behaviours(python, mains), strict=True):
                self.held[one.key] = told
                if self._file is not None:
                    with self._file.open("a", encoding="utf-8") as out:
                        out.write(json.dumps([one.key, _written(told)]) + "\n")

    def of(self, mutant: Mutant) -> Behaviour | None:
        """What TensorFlow did with a mutant; None where it left no word."""
        return self.held[mutant.key]


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
            raised["seen"],
        )
    steps = tuple(
        Step(one["loss"], tuple(one["trained"]), tuple(one["reached"])) for one in told["steps"]
    )
    found = frozenset((code, place) for code, place in told["found"])
    return Behaviour(raised, told["names"], told["does"], steps, found)
