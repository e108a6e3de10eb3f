"""The right programs that bugs are put into, and the mutants made of them."""

from __future__ import annotations

import hashlib
import importlib.util
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from random import Random
from types import ModuleType

from whole_programs import comments, main_file, names, runs_in_tensorflow_2

from mutation.operators import OPERATORS, mutants
from mutation.source import Source, parameters

ROOT = Path(__file__).resolve().parents[2]
FIXTURES = ROOT / "fixtures"


@dataclass(frozen=True)
class Program:
    """A right program: its files' texts by name, `main` among them, and its TensorFlow."""

    name: str
    main: str
    texts: tuple[tuple[str, str], ...]
    version: str


@dataclass(frozen=True)
class Mutant:
    """A program with one bug in one file; operator: "" for the program as it stands."""

    program: Program
    operator: str
    file: str
    text: str

    @property
    def texts(self) -> dict[str, str]:
        """All files."""
        return {**dict(self.program.texts), self.file: self.text}

    @property
    def key(self) -> str:
        """Equal for equal texts and TensorFlows."""
        told = repr((self.program.version, self.program.main, sorted(self.texts.items())))
        return hashlib.sha1(told.encode()).hexdigest()

    def write(self, folder: Path) -> Path:
        """The program in a folder; its main file."""
        for name, text in self.texts.items():
            file = folder / name
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(text, encoding="utf-8")
        return folder / self.program.main

    def changed(self) -> tuple[int, str, str]:
        """The first line that differs: its number, how it was and how it is."""
        before = dict(self.program.texts)[self.file].splitlines()
        for number, (old, new) in enumerate(zip(before, self.text.splitlines(), strict=False), 1):
            if old != new:
                return number, old.strip(), new.strip()
        return 0, "", ""


def programs() -> list[Program]:
    """The whole programs that Python 3 reads, and right fixtures of one file.

    Of the fixtures all that run in TensorFlow 2, and every third of the many for TensorFlow 1.
    """
    fixtures = list(_fixtures())
    old = [one for one in fixtures if one.version == "1.15"]
    return [*_whole(), *(one for one in fixtures if one not in old or one in old[::3])]


def _whole() -> Iterator[Program]:
    for name in names():
        if "python" not in comments(name):
            folder = main_file(name).parent
            files = sorted(folder.rglob("*.py"))
            texts = tuple(
                (file.relative_to(folder).as_posix(), file.read_text(encoding="utf-8"))
                for file in files
            )
            version = "2.21" if runs_in_tensorflow_2(name) else "1.15"
            yield Program(name, "main.py", texts, version)


def _fixtures() -> Iterator[Program]:
    versions = {"tf221": "2.21", "tf115": "1.15"}
    for one in _verify().fixtures():
        alone = len(one.files) == 1 and one.entry.endswith(".py")
        asked = one.expectations or one.runs or one.calls
        text = Path(one.entry).read_text(encoding="utf-8") if alone else ""
        if alone and not asked and one.needs in versions and "variable_scope" in text:
            main = Path(one.entry).name
            yield Program(one.name, main, ((main, text),), versions[one.needs])


def _verify() -> ModuleType:
    """What reads the fixtures' comments."""
    spec = importlib.util.spec_from_file_location("fixtures_verify", FIXTURES / "verify.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def mutants_of(
    program: Program, each: int, operators: tuple[str, ...] = (), seed: str = ""
) -> Iterator[Mutant]:
    """The program as it stands, then of each operator some of its mutants, by the seed."""
    main = dict(program.texts)[program.main]
    yield Mutant(program, "", program.main, main)
    known = parameters([text for _, text in program.texts])
    for name in operators or tuple(OPERATORS):
        found = [
            Mutant(program, name, file, text)
            for file, before in program.texts
            for text in mutants(Source(file, before, known), name)
        ]
        chosen = list(dict.fromkeys(found))
        Random(f"{seed}{program.name} {name}").shuffle(chosen)
        yield from chosen[:each]
