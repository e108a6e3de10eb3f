"""What the user names on the command line: ``gan.py``, ``gan.py::build``, ``pkg.mod:build``."""

from __future__ import annotations

import os
import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from scopecheck.models.versions import Versions
from scopecheck.runtime.errors import TargetFailed
from scopecheck.source import PathProblem, SourceFile, read_file
from scopecheck.source.magics import strip_magics
from scopecheck.symbolic.modules import Importer

_MODULE = re.compile(r"([A-Za-z_][\w.]*):([A-Za-z_][\w.]*)")

# Keras is in both versions; only the names below tell that a program that has it is for 1.
_KERAS = re.compile(
    r"^\s*(?:from|import)\s+(?:tensorflow\s+import\s+|tensorflow\.)?keras\b|\btf\.keras\b"
    r"|\btf\.(?:function|GradientTape)\b",
    re.M,
)
_GRAPH = re.compile(
    r"\b(contrib|placeholder|Session|InteractiveSession|get_variable|variable_scope|get_session"
    r"|global_variables_initializer|tf\.trainable_variables|reset_default_graph"
    r"|train\.\w+Optimizer)\b"
)


@dataclass(frozen=True, slots=True)
class Target:
    """text: as it was given. file: None for a module that only Python can find."""

    text: str
    kind: str
    file: Path | None
    name: str = ""
    module: str = ""
    arguments: tuple[tuple[str, str], ...] = ()
    argv: tuple[str, ...] = ()
    cells: tuple[tuple[str, str, bool], ...] = field(default=(), repr=False)

    @property
    def home(self) -> Path:
        """The folder whose files are the program's."""
        return self.file.parent if self.file is not None else Path.cwd()

    @property
    def closed(self) -> bool:
        """Whether it starts on an empty graph, as a script does."""
        return self.kind in ("script", "notebook")

    def job(self) -> dict[str, Any]:
        """What the probe must know of it."""
        return {
            "kind": self.kind,
            "shown": self.text,
            "file": str(self.file) if self.file is not None else None,
            "name": self.name,
            "module": self.module,
            "arguments": [list(pair) for pair in self.arguments],
            "cells": [list(cell) for cell in self.cells],
        }


def parse_target(
    text: str, arguments: Sequence[tuple[str, str]] = (), argv: Sequence[str] = ()
) -> Target:
    """The target that a text names; TargetFailed where there is none."""
    path, double, name = text.partition("::")
    given = tuple(arguments)
    module = _MODULE.fullmatch(text)
    if not double and module is not None and not os.path.exists(text):
        return Target(text, "function", _module_file(module[1]), module[2], module[1], given)
    source = _read(path)
    file = Path(os.path.abspath(path))
    if double:
        if not name:
            raise TargetFailed("name a function after ::")
        if source.cells:
            raise TargetFailed("of a notebook the whole can be run, no function")
        return Target(text, "function", file, name, arguments=given, argv=tuple(argv))
    if given:
        raise TargetFailed("--arg is for a function (FILE::NAME); a script has `--`")
    if path.lower().endswith(".ipynb"):
        return Target(text, "notebook", file, argv=tuple(argv), cells=_cells(source, file))
    return Target(text, "script", file, argv=tuple(argv))


def is_tensorflow1(target: Target) -> bool:
    """Whether the program was written for TensorFlow 1 and does not know of version 2."""
    if target.file is None:
        return True
    return not is_keras(target) and _versions(target).of(target.file) != "2.21"


def is_keras(target: Target) -> bool:
    """Whether the program names Keras, and nothing of graphs and sessions."""
    if target.file is None:
        return False
    text = _versions(target).whole(target.file)
    return _KERAS.search(text) is not None and _GRAPH.search(text) is None


def _versions(target: Target) -> Versions:
    return Versions(Importer(target.home, read_file, None), read_file, None)


def own_files(target: Target) -> list[Path]:
    """A script, the modules of its project that it imports, and the packages that those are in."""
    if target.file is None:
        return []
    modules = _versions(target).files(target.file)
    around = {
        folder for file in modules for folder in file.parents if target.home in folder.parents
    }
    packages = {folder / "__init__.py" for folder in around}
    return [*modules, *sorted(one for one in packages.difference(modules) if one.is_file())]


def uses_compat(target: Target) -> bool:
    """Whether the program names TensorFlow 1's API inside TensorFlow 2."""
    if target.file is None:
        return False
    return any("compat.v1" in text or "compat import v1" in text for text in _texts(target.file))


def _texts(file: Path) -> list[str]:
    source = read_file(file)
    return [source.text, *source.cells.values()]


def _read(path: str) -> SourceFile:
    try:
        source = read_file(path)
    except PathProblem as problem:
        reason = str(problem.strerror or problem)
        raise TargetFailed(f"{reason[:1].lower()}{reason[1:]}") from problem
    if source.problems and not source.units:
        first = source.problems[0]
        raise TargetFailed(f"line {first.line}: {first.message}")
    return source


def _module_file(name: str) -> Path | None:
    base = Path.cwd().joinpath(*name.split("."))
    for file in (base.with_suffix(".py"), base / "__init__.py"):
        if file.is_file():
            return file
    return None


def _cells(source: SourceFile, file: Path) -> tuple[tuple[str, str, bool], ...]:
    cells = []
    for index, text in source.cells.items():
        python = strip_magics(text)
        if python is not None:
            cells.append((f"{file}[{index}]", python, False))
    return tuple(cells)
