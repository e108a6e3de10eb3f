"""A TensorFlow that stays at hand and says what programs do."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Sequence
from pathlib import Path
from types import TracebackType
from typing import Any

HERE = Path(__file__).resolve().parent
PROBE = HERE.parents[1] / "scopecheck" / "runtime" / "probe"
SECONDS_EACH = 120.0


class Oracle:
    """One interpreter with TensorFlow imported; each program runs in a fork of it."""

    def __init__(self, interpreter: str, jobs: int = 2) -> None:
        self._jobs = jobs
        self._asked: list[str] = []
        command = [interpreter, str(HERE / "oracle_server.py"), str(PROBE)]
        self._process = subprocess.Popen(
            command,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            text=True,
        )

    def ask(self, programs: Sequence[Path]) -> None:
        """Starts some programs; `answer` waits for what they did."""
        question = {
            "programs": [str(path) for path in programs],
            "time_limit": SECONDS_EACH,
            "jobs": self._jobs,
        }
        assert self._process.stdin is not None
        self._process.stdin.write(json.dumps(question) + "\n")
        self._process.stdin.flush()

    def answer(self) -> list[dict[str, Any]]:
        """The records of the programs that were asked for first, in order."""
        assert self._process.stdout is not None
        line = self._process.stdout.readline()
        if not line:
            raise RuntimeError("the interpreter with TensorFlow has ended")
        records: list[dict[str, Any]] = json.loads(line)["records"]
        return records

    def __enter__(self) -> Oracle:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._process.stdin.close()
        self._process.stdout.close()  # what nobody reads any more holds nobody up
        self._process.wait()
