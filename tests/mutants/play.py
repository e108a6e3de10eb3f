"""Runs mutants, each in a process of its own that imports the checker with one place changed."""

from __future__ import annotations

import builtins
import functools
import gc
import importlib
import json
import os
import resource
import signal
import sys
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from importlib.abc import MetaPathFinder
from importlib.machinery import PathFinder, SourceFileLoader
from types import CodeType, ModuleType
from typing import Any

from mutants.programs import Program, noticed
from mutants.sample import REACHED, Mutant, mutated, watched

CPU_SECONDS = 15.0
MEMORY = 6 << 30
IMPORTING = ("scopecheck", "conformance", "differential", "test_fixtures", "test_whole_programs")


@dataclass(frozen=True)
class Verdict:
    """What became of a mutant: by what kind of program it was noticed, by which, and how.

    by is empty if nothing noticed it.
    """

    by: str
    program: str
    how: str


class Finder(MetaPathFinder):
    """Gives some modules other code."""

    def __init__(self, codes: dict[str, CodeType]) -> None:
        self._codes = codes

    def find_spec(self, fullname: str, path: Any, target: ModuleType | None = None) -> Any:
        """The module's own specification, with a loader that has the other code."""
        spec = PathFinder.find_spec(fullname, path) if fullname in self._codes else None
        if spec is not None and spec.origin is not None:
            spec.loader = _Loader(fullname, spec.origin, self._codes[fullname])
        return spec


class _Loader(SourceFileLoader):
    def __init__(self, name: str, path: str, code: CodeType) -> None:
        super().__init__(name, path)
        self._code = code

    def get_code(self, fullname: str) -> CodeType:
        return self._code


def apart(work: Callable[[], Iterator[Any]]) -> tuple[list[Any], str]:
    """What some work yields in a forked process, and the signal that ended it, if one did."""
    reading, writing = os.pipe()
    process = os.fork()
    if process == 0:
        os.close(reading)
        for name in [one for one in sys.modules if one.partition(".")[0] in IMPORTING]:
            del sys.modules[name]  # so that it is imported anew
        with os.fdopen(writing, "w", buffering=1) as out:
            for one in work():
                out.write(json.dumps(one) + "\n")
        os._exit(0)
    os.close(writing)
    with os.fdopen(reading) as answers:
        found = [json.loads(line) for line in answers]
    status = os.waitpid(process, 0)[1]
    return found, signal.Signals(status & 127).name if os.WIFSIGNALED(status) else ""


def differing(program: Program) -> list[str]:
    """How a program is predicted otherwise; a fault of the checker is a difference as well."""
    signal.setitimer(signal.ITIMER_PROF, CPU_SECONDS)
    try:
        from scopecheck.deep import with_deep_stack

        return with_deep_stack(lambda: noticed(program))
    except Exception as error:
        return [f"fault: {type(error).__name__}: {error}"]


def reached(mutants: Sequence[Mutant], programs: Sequence[Program]) -> list[list[Program]]:
    """The programs that come to each mutant's place.

    If an import comes to it, in a table or in a function that makes models, the programs that come
    to some function of its file, or all if none does.

    What the checker remembers of one program is forgotten before the next, so that each comes
    to all of its places. A program that is predicted wrongly without a mutant is an error.
    """
    numbered: dict[str, list[tuple[int, Mutant]]] = {}
    for number, one in enumerate(mutants):
        numbered.setdefault(one.file, []).append((number, one))

    def work() -> Iterator[tuple[list[int | str], list[str]]]:
        seen: set[int | str] = set()
        setattr(builtins, REACHED, seen.add)
        codes = {held[0][1].module: watched(file, held) for file, held in numbered.items()}
        sys.meta_path.insert(0, Finder(codes))
        for name in codes:
            importlib.import_module(name)
        yield sorted(one for one in seen if isinstance(one, int)), []
        differing(programs[0])
        caches = [one for one in gc.get_objects() if type(one) is functools._lru_cache_wrapper]
        for program in programs:
            seen.clear()
            for cache in caches:
                cache.cache_clear()
            found = differing(program)
            yield sorted(seen, key=str), found

    (imported, *each), signalled = apart(work)
    wrong = [
        f"{program.path}: {found}"
        for program, (_, found) in zip(programs, each, strict=not signalled)
        if found
    ]
    if wrong or signalled:
        raise ValueError(f"wrong without a mutant: {signalled}\n" + "\n".join(wrong))
    met: list[list[Program]] = []
    for number, one in enumerate(mutants):
        place = one.file if number in imported[0] or not one.inside else number
        found = [p for p, (seen, _) in zip(programs, each, strict=True) if place in seen]
        met.append(found or (list(programs) if place == one.file else []))
    return met


def played(mutant: Mutant, programs: Sequence[Program]) -> Verdict:
    """Tries a mutant on programs in their order, up to the first that notices it."""

    def work() -> Iterator[list[str]]:
        resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
        sys.meta_path.insert(0, Finder({mutant.module: mutated(mutant)}))
        for program in programs:
            found = differing(program)
            yield found
            if found:
                return

    answers, signalled = apart(work)
    if signalled:
        return Verdict(programs[len(answers)].kind, programs[len(answers)].path.name, signalled)
    if not answers or not answers[-1]:
        return Verdict("", "", f"{len(answers)} programs")
    last = programs[len(answers) - 1]
    return Verdict(last.kind, last.path.name, answers[-1][0][:300])
