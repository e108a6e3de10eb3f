"""A campaign: many programs, their agreement by feature, the disagreements made small."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from differential.agreement import UNDECIDED, disagreements, kind
from differential.generate import Generated, generate
from differential.oracle import Oracle
from differential.shrink import shrink
from scopecheck.deep import with_deep_stack

BATCH = 50


@dataclass
class Result:
    """What a campaign has seen."""

    programs: int = 0
    fine: int = 0
    used: Counter[str] = field(default_factory=Counter)
    wrong: Counter[str] = field(default_factory=Counter)
    disagreements: dict[str, list[tuple[Generated, list[str]]]] = field(default_factory=dict)

    def add(self, program: Generated, record: dict[str, Any], found: list[str]) -> None:
        """Counts one program."""
        self.programs += 1
        self.fine += record["outcome"]["raised"] is None
        self.used.update(program.features)
        if found:
            self.wrong.update(program.features)
            self.disagreements.setdefault(kind(found), []).append((program, found))

    @property
    def disagreeing(self) -> int:
        """How many programs were predicted wrongly."""
        return sum(len(held) for held in self.disagreements.values()) - self.undecided

    @property
    def undecided(self) -> int:
        """How many programs were not predicted at all."""
        return sum(
            len(held) for name, held in self.disagreements.items() if name.startswith(UNDECIDED)
        )


def write(program: Generated, folder: Path) -> Path:
    """The program as a file, its module beside it."""
    path = folder / program.name
    path.write_text(program.text, encoding="utf-8")
    if program.module is not None:
        helper = f"helper_{program.name[1:]}"
        (folder / helper).write_text(program.module, encoding="utf-8")
    return path


def play(
    oracle: Oracle, folder: Path, version: str, seed: int, numbers: range
) -> Iterator[tuple[Generated, dict[str, Any], list[str]]]:
    """Every program with its record and its disagreements; TensorFlow works one batch ahead."""
    groups = [numbers[i : i + BATCH] for i in range(0, len(numbers), BATCH)]
    batches = ([generate(seed, number, version) for number in group] for group in groups)
    following = next(batches, None)
    paths = [write(one, folder) for one in following or ()]
    oracle.ask(paths)
    while following is not None:
        now, mine = following, paths
        following = next(batches, None)
        if following is not None:
            paths = [write(one, folder) for one in following]
            oracle.ask(paths)
        for program, path, record in zip(now, mine, oracle.answer(), strict=True):
            yield program, record, compared(path, version, record)


def compared(path: Path, version: str, record: dict[str, Any]) -> list[str]:
    """The disagreements of one program; a fault of the checker is one as well."""
    try:
        return with_deep_stack(lambda: disagreements(path, version, record))
    except Exception as error:
        return [f"fault: {type(error).__name__} {error}"]


def smallest(
    oracle: Oracle, folder: Path, version: str, program: Generated, found: list[str]
) -> str:
    """The program made small, as long as it shows a disagreement of the same kind."""
    wanted = kind(found)
    counted = iter(range(sys.maxsize))

    def shows(texts: list[str]) -> list[bool]:
        paths = [folder / f"small_{next(counted)}.py" for _ in texts]
        for path, text in zip(paths, texts, strict=True):
            path.write_text(text, encoding="utf-8")
        oracle.ask(paths)
        verdicts = []
        for path, record in zip(paths, oracle.answer(), strict=True):
            again = compared(path, version, record)
            verdicts.append(bool(again) and kind(again) == wanted)
            path.unlink()
        return verdicts

    return shrink(program.text, shows)
