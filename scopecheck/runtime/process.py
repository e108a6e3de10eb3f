"""The subprocess that a target runs in: started, listened to, limited, ended."""

from __future__ import annotations

import contextlib
import json
import os
import re
import select
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from scopecheck.runtime.errors import TargetFailed
from scopecheck.runtime.memory import family, is_above
from scopecheck.source.python2 import convert_python2

RUN = Path(__file__).parent / "probe" / "run.py"
_MISSING = re.compile(r"No module named '?(\w+)[\w.]*'?")
KEPT = 65536
"""How much of the target's own output is kept."""
GRACE = 10.0
"""Seconds beyond its time that a target has, to say where it spent it."""
STARTING = 180.0
"""Seconds that an interpreter has to import TensorFlow."""


@dataclass(frozen=True, slots=True)
class Limits:
    """What a target may use: seconds until it ends or trains, and gigabytes of memory."""

    seconds: float = 300.0
    gigabytes: float = 16.0


@dataclass(frozen=True, slots=True)
class Ended:
    """How a target ended: ``fine``, ``stopped`` (at its first training step) or ``raised``.

    tail: the lines of its traceback that are its own, as Python prints them.
    """

    how: str
    tensorflow: str
    type: str = ""
    message: str = ""
    tail: tuple[str, ...] = ()

    @property
    def said(self) -> str:
        """Its error in a line; what would get a target past a module that isn't there."""
        missing = _MISSING.fullmatch(self.message)
        more = f" (--stub {missing[1]} puts a stand-in in its place)" if missing else ""
        return f"{self.type}: {self.message}{more}"


class Process:
    """A running target."""

    def __init__(
        self, popen: subprocess.Popen[bytes], hearing: int, telling: int, limits: Limits
    ) -> None:
        self._popen = popen
        self._hearing, self._telling = hearing, telling
        self._limits = limits
        self._deadline = time.monotonic() + STARTING
        self._unread = b""
        self._output = b""
        self._drain = threading.Thread(target=self._read_output, daemon=True)
        self._drain.start()

    def ended(self) -> Ended:
        """How the target ended, once it has; TargetFailed where that is no way to end."""
        tensorflow = ""
        while True:
            told = self._hear()
            match told.pop("say"):
                case "running":
                    tensorflow = told["tensorflow"]
                    self._deadline = time.monotonic() + self._limits.seconds + GRACE
                case "convert":
                    self._tell({"text": converted(told["file"])})
                case "unfit":
                    raise TargetFailed(told["message"])
                case "fault":
                    raise TargetFailed(
                        "the recorder failed inside the target's interpreter",
                        tuple(told["text"].splitlines()[-12:]),
                    )
                case "ended":
                    self._deadline = float("inf")
                    return _ended(told, tensorflow)
                case other:
                    raise TargetFailed(f"the recorder says {other!r}, which it should not")

    def ask(self, question: dict[str, Any], seconds: float = 600.0) -> dict[str, Any]:
        """The answer of a target that has ended."""
        self._deadline = time.monotonic() + seconds
        self._tell(question)
        told = self._hear()
        if told["say"] == "fault":
            raise TargetFailed("the recorder failed", tuple(told["text"].splitlines()[-12:]))
        return told

    def wait(self) -> None:
        """Wait until the process ends of itself."""
        self._popen.wait()

    def close(self) -> None:
        """End the target and all processes that it started."""
        # Told that nothing more is asked, the target would go, and its family be nobody's.
        for process in family(self._popen.pid) if self._popen.poll() is None else ():
            with contextlib.suppress(ProcessLookupError, PermissionError):
                os.kill(process, signal.SIGKILL)
        os.close(self._telling)
        with contextlib.suppress(ProcessLookupError):
            os.killpg(self._popen.pid, signal.SIGKILL)
        self._popen.wait()
        self._drain.join(timeout=1)
        os.close(self._hearing)

    def _tell(self, record: dict[str, Any]) -> None:
        try:
            os.write(self._telling, json.dumps(record).encode() + b"\n")
        except BrokenPipeError:
            raise self._gone() from None

    def _hear(self) -> dict[str, Any]:
        """The target's next record; TargetFailed where it is gone, too late or too big."""
        while b"\n" not in self._unread:
            if select.select([self._hearing], [], [], 0.2)[0]:
                more = os.read(self._hearing, 65536)
                if not more:
                    raise self._gone()
                self._unread += more
            elif self._popen.poll() is not None:
                raise self._gone()
            self._check_limits()
        line, _, self._unread = self._unread.partition(b"\n")
        record: dict[str, Any] = json.loads(line)
        return record

    def _check_limits(self) -> None:
        if time.monotonic() > self._deadline:
            raise TargetFailed(
                f"still running after {self._limits.seconds:g} s (--timeout gives it more)",
                self._last_lines(),
            )
        if is_above(self._popen.pid, self._limits.gigabytes * 2**30):
            raise TargetFailed(
                f"used more than {self._limits.gigabytes:g} GB of memory (--memory allows more)"
            )

    def _gone(self) -> TargetFailed:
        """Why a target is silent: it ended without a word."""
        try:
            code = self._popen.wait(timeout=10)
        except subprocess.TimeoutExpired:
            return TargetFailed("the target closed the recorder's pipe", self._last_lines())
        if code < 0:
            name = signal.Signals(-code).name
            return TargetFailed(f"the target was ended by {name}", self._last_lines())
        how = f"the target left its process with code {code}"
        return TargetFailed(f"{how} (os._exit or the like)", self._last_lines())

    def _last_lines(self) -> tuple[str, ...]:
        self._drain.join(timeout=0.5)
        return tuple(self._output.decode("utf-8", "replace").splitlines()[-12:])

    def _read_output(self) -> None:
        """Take what the target prints, for ever; only the end of it is kept."""
        stream = self._popen.stdout
        assert stream is not None
        while more := os.read(stream.fileno(), 65536):
            self._output = (self._output + more)[-KEPT:]
        stream.close()


@contextlib.contextmanager
def started(python: str, job: dict[str, Any], file: Path, limits: Limits) -> Iterator[Process]:
    """A target's process, ended with the block. The job goes through a file."""
    to_probe, telling = os.pipe()
    hearing, from_probe = os.pipe()
    job = {**job, "questions": to_probe, "answers": from_probe}
    file.write_text(json.dumps(job), encoding="utf-8")
    try:
        popen = subprocess.Popen(
            [python, str(RUN), str(file)],
            env=_environment(),
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            pass_fds=(to_probe, from_probe),
            start_new_session=True,
        )
    except OSError as error:
        for descriptor in (telling, hearing):
            os.close(descriptor)
        raise TargetFailed(f"{python}: {error.strerror}: no interpreter to run") from error
    finally:
        os.close(to_probe)
        os.close(from_probe)
    process = Process(popen, hearing, telling, limits)
    try:
        yield process
    finally:
        process.close()


def _environment() -> dict[str, str]:
    """Ours, without what TensorFlow 2 has written into it if this process has imported it.

    TensorFlow 1.15 would take it for an order to behave like version 2.
    """
    left = {"TF2_BEHAVIOR"} if "tensorflow" in sys.modules else set[str]()
    return {name: value for name, value in os.environ.items() if name not in left}


def _ended(told: dict[str, Any], tensorflow: str) -> Ended:
    if told["how"] == "unfit":
        raise TargetFailed(told["message"])
    tail = tuple(told.get("tail", ()))
    if told["how"] == "exit":
        raise TargetFailed(f"the target exits: sys.exit({told['message']})", tail)
    return Ended(told["how"], tensorflow, told.get("type", ""), told.get("message", ""), tail)


def converted(file: str) -> str | None:
    """A Python 2 file as Python 3 reads it; None for any other."""
    from scopecheck.source import read_file

    source = read_file(file)
    return convert_python2(source.text) if source.python2 else None
