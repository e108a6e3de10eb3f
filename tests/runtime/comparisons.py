"""Every program of the repository, and prediction held against fact for many at once."""

from __future__ import annotations

import contextlib
import importlib.util
import os
import sys
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, partial
from pathlib import Path
from types import ModuleType

from conformance.record_truth import PROGRAMS as CONFORMANCE
from conformance.record_truth import applying
from tensorflows import THIS
from whole_programs import comments, main_file, names

from scopecheck.deep import with_deep_stack
from scopecheck.rules import Severity, check_trace
from scopecheck.runtime.compare import held_against, versions
from scopecheck.runtime.host import Setting, record
from scopecheck.runtime.places import Places
from scopecheck.runtime.process import Limits
from scopecheck.runtime.target import Target, is_keras, is_tensorflow1, parse_target
from scopecheck.trace import Site, Trace

ROOT = Path(__file__).resolve().parents[2]
SECONDS = 120.0
ALL = bool(os.environ.get("SCOPECHECK_TEST_ALL"))
STEP = 1 if ALL else 20
"""Every program takes many minutes; unless they are asked for, one of twelve is run."""

Told = tuple[str, int | None, int, str, str]
"""A finding: file, cell, line, code, variable."""


@dataclass(frozen=True)
class Program:
    """A program with its arguments. needs: the interpreter that it says it needs, if it does."""

    file: Path
    argv: tuple[str, ...] = ()
    needs: str = ""

    @property
    def name(self) -> str:
        """The file within the repository, and the arguments."""
        return " ".join([self.file.relative_to(ROOT).as_posix(), *self.argv])


@dataclass(frozen=True)
class Outcome:
    """How a program differs from its prediction; or why its interpreter cannot run it.

    findings: what the rules say of the recorded trace: file, cell, line, code, variable.
    reached: the places (file, cell, line) on the paths of its events.
    """

    differences: tuple[str, ...]
    undecided: tuple[str, ...] = ()
    unfit: str = ""
    findings: tuple[Told, ...] = ()
    reached: frozenset[tuple[str, int | None, int]] = frozenset()


@cache
def outcomes(which: str, version: str) -> dict[str, Outcome]:
    """The outcomes of one of SETS under a TensorFlow, by the programs' names."""
    python = THIS if version == "2.21" else os.environ["SCOPECHECK_TF115_PY3"]
    programs = SETS[which](version)
    files = set(list(dict.fromkeys(one.file for one in programs))[::STEP])
    return compared([one for one in programs if one.file in files], python, version)


def conformance(version: str) -> list[Program]:
    """The conformance programs of a TensorFlow."""
    return [Program(CONFORMANCE / name) for name in applying(version)]


def fixtures(version: str) -> list[Program]:
    """The fixtures, once for each command line that they ask to be run with."""
    return [
        Program(Path(one.entry), tuple(words), _directive(one))
        for one in _verifier().fixtures()
        for words in one.runs or [[]]
    ]


def whole_programs(version: str) -> list[Program]:
    """The whole programs of the tests."""
    return [
        Program(
            main_file(name),
            needs=" ".join(sorted({"python", "tensorflow"} & comments(name).keys())),
        )
        for name in names()
    ]


@cache
def _verifier() -> ModuleType:
    """fixtures/verify.py, which knows what the fixtures' comments mean."""
    sys.path.insert(0, str(ROOT / "fixtures"))
    try:
        spec = importlib.util.spec_from_file_location("verify", ROOT / "fixtures" / "verify.py")
        assert spec is not None
        assert spec.loader is not None
        module = importlib.util.module_from_spec(spec)
        spec.loader.exec_module(module)
    finally:
        sys.path.pop(0)
    return module


def _directive(fixture: object) -> str:
    """The interpreter that a fixture names; what can be told from its text is not meant."""
    texts = fixture.text.values()  # type: ignore[attr-defined]
    found = [
        value
        for text in texts
        for kind, value in _verifier().DIRECTIVE.findall(text)
        if kind == "needs"
    ]
    return found[-1] if found else ""


def compared(programs: Sequence[Program], python: str, version: str) -> dict[str, Outcome]:
    """Every program's outcome under an interpreter whose TensorFlow is of a version.

    One interpreter runs all that need the same of it. Programs of Keras are stopped at their
    first training step: nothing that is compared comes after it.
    """
    kinds: dict[Setting, list[tuple[Program, Target]]] = {}
    for one in programs:
        target = parse_target(str(one.file), argv=one.argv)
        shim = "on" if version != "1.15" and is_tensorflow1(target) else "off"
        to_end = not is_keras(target)
        setting = Setting(python=python, shim=shim, to_end=to_end, limits=Limits(SECONDS))
        kinds.setdefault(setting, []).append((one, target))
    found: dict[str, Outcome] = {}
    with tempfile.TemporaryDirectory() as scratch, contextlib.chdir(scratch):
        for setting, chosen in kinds.items():
            found.update(_outcomes(chosen, setting, version))
    return {one.name: found[one.name] for one in programs}


def _outcomes(
    chosen: Sequence[tuple[Program, Target]], setting: Setting, version: str
) -> Iterator[tuple[str, Outcome]]:
    places = Places()
    records = record([target for _, target in chosen], setting, places)
    for (program, target), seen in zip(chosen, records, strict=True):
        if seen is None:
            yield program.name, Outcome(("it left no trace",))
            continue
        ended, trace = seen
        kinds = versions(target, setting, version == "1.15")
        stopped = ended.how == "stopped"
        differs, undecided = with_deep_stack(
            partial(held_against, target, kinds, trace, places, stopped)
        )
        unfit = _unfit(program, target, trace) if differs else ""
        yield program.name, Outcome(differs, undecided, unfit, _findings(trace), _reached(trace))


def _findings(trace: Trace) -> tuple[Told, ...]:
    return tuple(
        sorted(
            (*_place(one.site), one.code, one.variable or "")
            for one in check_trace(trace)
            if one.severity is not Severity.NOTE
        )
    )


def _reached(trace: Trace) -> frozenset[tuple[str, int | None, int]]:
    return frozenset(_place(site) for event in trace.events for site in (event.site, *event.path))


def _place(site: Site) -> tuple[str, int | None, int]:
    file = Path(site.file)
    shown = file.relative_to(ROOT) if file.is_relative_to(ROOT) else file
    return shown.as_posix(), site.cell, site.line


def _unfit(program: Program, target: Target, seen: Trace) -> str:
    """Why this interpreter cannot run a program, where that is why it raised."""
    error = seen.endings[0].error
    if error is not None and is_keras(target) and not is_tensorflow1(target):
        return f"Keras refuses it: {error.type}: {error.message}"
    if error is None or not (program.needs or error.type == "MissingEndpoint"):
        return ""
    wanted = f"it needs {program.needs}: " if program.needs else ""
    return f"{wanted}{error.type}: {error.message}"


SETS = {"conformance": conformance, "fixtures": fixtures, "whole programs": whole_programs}
