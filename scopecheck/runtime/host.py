"""Runs a target in a subprocess and gives its trace, while its graph still lives."""

from __future__ import annotations

import contextlib
import json
import os
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from scopecheck.runtime.errors import TargetFailed
from scopecheck.runtime.places import Places, shown
from scopecheck.runtime.process import Ended, Limits, Process, started
from scopecheck.runtime.reading import Record, Seen, read_trace
from scopecheck.runtime.target import Target, is_tensorflow1, uses_compat
from scopecheck.trace import Computed, Variable


@dataclass(frozen=True, slots=True)
class Setting:
    """How targets are run: the interpreter, the shim (auto, on, off), stand-ins, limits.

    to_end: not stopped at the first training step. observe: how many steps of each model of
    Keras are let run all the same.
    """

    python: str = sys.executable
    shim: str = "auto"
    stubs: tuple[str, ...] = ()
    to_end: bool = False
    device: str = "cpu"
    observe: int = 0
    seed: int | None = None
    limits: Limits = field(default_factory=Limits)


class Live:
    """A target that has run and whose graph still lives: it answers questions."""

    def __init__(self, process: Process, ended: Ended, seen: Seen, records: list[Record]) -> None:
        self._process = process
        self.ended = ended
        self.trace = seen.trace
        self.records = records
        self._tensors = {id(tensor): number for number, tensor in seen.tensors.items()}
        self._variables = {one: number for number, one in seen.variables.items()}

    def number(self, tensor: Computed) -> int:
        """What the probe calls a tensor."""
        return self._tensors[id(tensor)]

    def known_variables(self) -> Iterator[tuple[Variable, int]]:
        """The variables, with what the probe calls them."""
        yield from self._variables.items()

    def variable(self, variable: Variable) -> int:
        """What the probe calls a variable."""
        return self._variables[variable]

    def ask(self, question: str, **given: Any) -> Any:
        """The answer to a question; TargetFailed where there is none."""
        answer = self._process.ask({"ask": question, "with": given})
        if "error" in answer:
            raise TargetFailed(f"{question}: {answer['error']}")
        return answer.get("value")


@contextlib.contextmanager
def running(target: Target, setting: Setting, places: Places) -> Iterator[Live]:
    """Run a target up to its end or its first training step; TargetFailed where it cannot."""
    with tempfile.TemporaryDirectory() as folder:
        out = Path(folder, "trace.jsonl")
        job = _job(target, setting, out)
        with started(setting.python, job, Path(folder, "job.json"), setting.limits) as process:
            ended = process.ended()
            lines = out.read_text(encoding="utf-8").splitlines()
            records = [json.loads(line) for line in lines]
            yield Live(process, ended, read_trace(records, places), records)


def _job(target: Target, setting: Setting, out: Path) -> dict[str, Any]:
    shim = setting.shim == "on" or (setting.shim == "auto" and is_tensorflow1(target))
    environment = {"TF_CPP_MIN_LOG_LEVEL": "3"}
    if (shim or uses_compat(target)) and "TF_USE_LEGACY_KERAS" not in os.environ:
        environment["TF_USE_LEGACY_KERAS"] = "1"
    if setting.device == "cpu":
        environment["CUDA_VISIBLE_DEVICES"] = ""
    file = str(target.file) if target.file is not None else target.module
    return {
        "target": target.job(),
        "argv": [file, *target.argv],
        "entry": shown(str(target.file)) if target.closed else target.text,
        "closed": target.closed,
        "home": str(target.home),
        "folder": str(target.home if target.file is not None else Path.cwd()),
        "shim": shim,
        "stubs": list(setting.stubs),
        "to_end": setting.to_end,
        "time_limit": setting.limits.seconds,
        "seed": setting.seed,
        "observe": setting.observe,
        "trace": str(out),
        "environment": environment,
    }
