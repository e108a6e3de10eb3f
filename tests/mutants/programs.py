"""What a mutant is held against: programs with recorded truth, and the fixtures."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import whole_programs

ROOT = Path(__file__).resolve().parents[2]
CONFORMANCE = ROOT / "tests" / "conformance"
VERSIONS = ("1.15", "2.21")
KINDS = ("recorded program", "generated program", "whole program", "fixture")


@dataclass(frozen=True)
class Program:
    """A program, and what is known of it; nothing of a fixture, whose comments tell."""

    kind: str
    path: Path
    version: str
    record: dict[str, Any]


def recorded() -> Iterator[Program]:
    """The conformance programs."""
    for version in VERSIONS:
        truth = json.loads((CONFORMANCE / "truth" / f"{version}.json").read_text(encoding="utf-8"))
        for name, record in truth["programs"].items():
            yield Program(KINDS[0], CONFORMANCE / "programs" / name, version, record)


def generated(folders: Iterable[Path], into: Path) -> Iterator[Program]:
    """What ``differential.py --keep`` wrote, in folders that have a file for each version."""
    files = [(version, folder / f"{version}.jsonl") for folder in folders for version in VERSIONS]
    for version, file in files:
        for line in file.read_text(encoding="utf-8").splitlines() if file.exists() else ():
            held = json.loads(line)
            path = into / version / held["name"]
            path.parent.mkdir(exist_ok=True)
            path.write_text(held["text"], encoding="utf-8")
            if held["module"] is not None:
                helper = path.with_name(f"helper_{held['name'][1:]}")
                helper.write_text(held["module"], encoding="utf-8")
            yield Program(KINDS[1], path, version, held["record"])


def whole() -> Iterator[Program]:
    """The whole programs, of which the variables are recorded."""
    for name, record in whole_programs.recorded().items():
        yield Program(KINDS[2], Path(name), "1.15", record)


def fixtures(names: Iterable[str]) -> Iterator[Program]:
    """The programs whose comments say which findings are expected."""
    return (Program(KINDS[3], Path(name), "", {}) for name in names)


def fixture_names() -> Iterator[str]:
    """The names of all fixtures; imports the checker."""
    import test_fixtures

    yield from test_fixtures.fixtures()


def noticed(program: Program) -> list[str]:
    """How a prediction differs from what is known; imports the checker."""
    from conformance.predict import differences, predict
    from differential.agreement import disagreements

    if program.kind == KINDS[0]:
        return differences(predict(program.path, program.version), program.record)
    if program.kind == KINDS[1]:
        return disagreements(program.path, program.version, program.record)
    if program.kind == KINDS[2]:
        return misses(program)
    import test_fixtures

    name = program.path.as_posix()
    told, expected = test_fixtures.told(name), test_fixtures.expected(name)
    return [] if told == expected else [f"findings: {told} against {expected}"]


def misses(program: Program) -> list[str]:
    """How the variables of a whole program are predicted otherwise."""
    import test_whole_programs

    try:
        test_whole_programs.assert_told(program.path.name, program.version, program.record)
    except AssertionError as error:
        return [f"variables: {error}"]
    return []
