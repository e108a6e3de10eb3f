"""The tools that score.py can run by name: how each is started, and how its output is read."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from importlib import metadata, util
from pathlib import Path

import outputs
from counting import Finding

Reader = Callable[[str], Iterator[Finding]]


@dataclass(frozen=True)
class Tool:
    """A tool with all its rules on, run once over a folder.

    `{report}` in the command stands for a file of which the output is read instead of the
    standard output; `{scratch}` for a folder that is thrown away.
    """

    name: str
    command: tuple[str, ...]
    read: Reader
    version: tuple[str, ...] = ("--version",)
    package: str | None = None

    def missing(self) -> str | None:
        """Why it can't be run, if it can't."""
        if self.command[0] == sys.executable:
            return None if util.find_spec(self.command[2]) else f"no module {self.command[2]}"
        return None if shutil.which(self.command[0]) else f"no {self.command[0]} on the PATH"

    def number(self) -> str:
        """Its version."""
        if self.package is not None:
            return _installed(self.package)
        said = subprocess.run([*self._start(), *self.version], capture_output=True, text=True)
        found = re.search(r"\d+(\.\d+)+", said.stdout + said.stderr)
        return found[0] if found else "?"

    def _start(self) -> tuple[str, ...]:
        return self.command[:3] if self.command[0] == sys.executable else self.command[:1]

    def run(self, folder: Path) -> list[Finding]:
        """What it says of the programs in a folder."""
        with tempfile.TemporaryDirectory() as scratch:
            report = Path(scratch) / "report"
            places = {"report": str(report), "scratch": f"{scratch}/out"}
            command = [part.format(**places) for part in self.command]
            done = subprocess.run(command, cwd=folder, capture_output=True, text=True)
            text = report.read_text(encoding="utf-8") if report.exists() else done.stdout
        if not text and done.returncode > 1:
            raise SystemExit(f"{self.name} failed: {done.stderr[-1000:]}")
        return list(self.read(text))


def _installed(package: str) -> str:
    """The version of the first installed package of this name or with this prefix."""
    for name in (package, f"{package}-cpu"):
        try:
            return metadata.version(name)
        except metadata.PackageNotFoundError:
            continue
    return "?"


_EVERY = (
    Tool(
        "scopecheck",
        (sys.executable, "-m", "scopecheck", "--no-cache", "--output-format", "json", "."),
        outputs.from_scopecheck,
    ),
    Tool(
        "ruff",
        tuple("ruff check --isolated --no-cache --select ALL --output-format json .".split()),
        outputs.from_ruff,
    ),
    Tool(
        "pylint",
        tuple(
            "pylint --rcfile= --enable=all --disable=duplicate-code --score=n --recursive=y "
            "--output-format=json .".split()
        ),
        outputs.from_pylint,
    ),
    Tool("flake8", tuple("flake8 --isolated --ignore= .".split()), outputs.from_lines),
    Tool("torchfix", tuple("torchfix --select ALL .".split()), outputs.from_lines),
    Tool("fixit", tuple("fixit lint .".split()), outputs.from_lines),
    Tool(
        "tf_upgrade_v2",
        tuple("tf_upgrade_v2 --intree . --outtree {scratch} --reportfile {report}".split()),
        outputs.from_upgrade,
        package="tensorflow",
    ),
)
TOOLS = {tool.name: tool for tool in _EVERY}


def chosen(names: Iterable[str]) -> list[Tool]:
    """The tools of these names; all of them if none is named."""
    return [TOOLS[name] for name in names] or list(TOOLS.values())
