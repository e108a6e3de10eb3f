"""Runs a target in a subprocess and gives its trace, while its graph still lives."""

from __future__ import annotations

import contextlib
import json
import os
import sys
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from scopecheck.runtime.errors import TargetFailed
from scopecheck.runtime.places import Places, shown
from scopecheck.runtime.process import Ended, Limits, Process, converted, started
from scopecheck.runtime.reading import Record, Seen, read_trace
from scopecheck.runtime.target import Target, is_keras, is_tensorflow1, own_files, uses_compat
from scopecheck.trace import Computed, Site, Trace, Variable


@dataclass(frozen=True, slots=True)
class Setting:
    """How targets are run: the interpreter, the shim (auto, on, off), stand-ins, limits.

    to_end: not stopped at the first training step. observe: how many steps of each model of
    Keras are let run all the same; only_steps: none of them a whole `fit`. replicas: how many
    run the target under tf.distribute.MirroredStrategy; 0 without one.
    """

    python: str = sys.executable
    shim: str = "auto"
    stubs: tuple[str, ...] = ()
    to_end: bool = False
    device: str = "cpu"
    observe: int = 0
    only_steps: bool = False
    seed: int | None = None
    replicas: int = 0
    limits: Limits = field(default_factory=Limits)


class Live:
    """A target that has run and whose graph still lives: it answers questions."""

    def __init__(self, process: Process, ended: Ended, seen: Seen, records: list[Record]) -> None:
        self._process = process
        self.ended = ended
        self.trace = seen.trace
        self.records = records
        self.tensors = seen.tensors
        self._tensors = {id(tensor): number for number, tensor in seen.tensors.items()}
        self._variables = {one: number for number, one in seen.variables.items()}

    @property
    def stopped(self) -> bool:
        """Whether the target was stopped before its end."""
        return self.ended.how == "stopped"

    def number(self, tensor: Computed) -> int:
        """What the probe calls a tensor."""
        return self._tensors[id(tensor)]

    def sites(self, places: Places) -> dict[int, Site]:
        """The sites by the numbers that the records use."""
        raw = (record for record in self.records if record["is"] == "RawSite")
        return {record["id"]: places.site(record["at"]) for record in raw}

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


def record(
    targets: Sequence[Target], setting: Setting, places: Places
) -> Iterator[tuple[Ended, Trace] | None]:
    """The traces of many targets, in order, without questions; None for one that left none.

    TensorFlow is imported once: with the shim or without it, as the first target needs.
    """
    with tempfile.TemporaryDirectory() as folder:
        outs = [Path(folder, f"{number}.jsonl") for number in range(len(targets))]
        jobs = [
            {**_job(target, setting, out), "converted": _converted(target)}
            for target, out in zip(targets, outs, strict=True)
        ]
        job = {"jobs": jobs, "at_once": os.cpu_count() or 1, **_shared(jobs[0])}
        with started(setting.python, job, Path(folder, "jobs.json"), setting.limits) as process:
            process.wait()
        for out in outs:
            said = out.with_name(out.name + ".said")
            if not out.exists() or not said.exists():
                yield None
                continue
            records = [json.loads(text) for text in out.read_text(encoding="utf-8").splitlines()]
            seen = read_trace(records, places)
            told = json.loads(said.read_text(encoding="utf-8"))
            yield Ended(told["how"], "", told.get("type", ""), told.get("message", "")), seen.trace


def _converted(target: Target) -> dict[str, str]:
    """The target's files of Python 2 as Python 3 reads them, since nobody can be asked."""
    if target.kind == "notebook":
        return {}
    texts = {str(file): converted(str(file)) for file in own_files(target)}
    return {file: text for file, text in texts.items() if text is not None}


def _replicas(target: Target, setting: Setting) -> dict[str, Any] | None:
    if not setting.replicas:
        return None
    return {
        "count": setting.replicas,
        "each": not is_keras(target),
        "device": setting.device,
    }


def _shared(job: dict[str, Any]) -> dict[str, Any]:
    return {name: job[name] for name in ("environment", "shim", "stubs")}


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
        "only_steps": setting.only_steps,
        "replicas": _replicas(target, setting),
        "converted": {},
        "trace": str(out),
        "environment": environment,
    }
