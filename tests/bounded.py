"""Runs the command line in a process of its own, with a bound on its memory.

As a script, ``python bounded.py FILE WORD...`` is ``scopecheck WORD...``, which at its end
writes into FILE the processor's time and the most memory that it took. ``run`` starts that
script.
"""

from __future__ import annotations

import ctypes
import os
import resource
import runpy
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path

HARD_LIMIT = 3 * 1024**3  # bytes of address space, so that a runaway ends here
MAX_SECONDS = 20.0
MAX_MEGABYTES = 1024.0


@dataclass(frozen=True, slots=True)
class Outcome:
    """How a command line ended, what it said, and what it cost.

    seconds: of the processor, whatever else a busy machine does meanwhile.
    """

    code: int
    out: str
    err: str
    seconds: float
    megabytes: float

    def check(self) -> None:
        """Fails where a run was slow or large, or ended in a mess."""
        said = f"{self.out[-2000:]}\n{self.err[-2000:]}"
        assert self.code in (0, 1, 2), said
        assert "Traceback" not in self.err, said
        assert "internal error" not in self.err, said
        assert self.seconds < MAX_SECONDS
        assert self.megabytes < MAX_MEGABYTES


def run(*words: str, cwd: Path, stdin: bytes = b"") -> Outcome:
    """One command line; fails where it takes much longer than it may."""
    measured = cwd.with_name(f"{cwd.name}.measured")
    command = [sys.executable, __file__, str(measured), *words]
    done = subprocess.run(
        command, cwd=cwd, input=stdin, capture_output=True, timeout=6 * MAX_SECONDS, check=False
    )
    costs = measured.read_text().split() if measured.exists() else ["0", "0"]
    seconds, megabytes = map(float, costs)
    out, err = done.stdout.decode(), done.stderr.decode()
    return Outcome(done.returncode, out, err, seconds, megabytes)


def main() -> None:
    """What happens in the process itself."""
    measured, *words = sys.argv[1:]
    sys.path[:] = sys.path[1:]  # this folder, which the real command doesn't see
    resource.setrlimit(resource.RLIMIT_AS, (HARD_LIMIT, HARD_LIMIT))
    drop_capabilities()
    sys.argv = ["scopecheck", *words]
    try:
        runpy.run_module("scopecheck", run_name="__main__", alter_sys=True)
    finally:
        Path(measured).write_text(f"{time.process_time()} {peak()}")


def drop_capabilities() -> None:
    """Makes root as powerless as anybody before a file that may not be read."""
    if sys.platform != "linux" or os.geteuid() != 0:
        return
    header = (ctypes.c_uint32 * 2)(0x20080522, 0)
    nothing = (ctypes.c_uint32 * 6)()
    ctypes.CDLL(None).capset(header, nothing)


def peak() -> float:
    """The most memory that this process ever held, in megabytes."""
    status = Path("/proc/self/status")
    if status.exists():
        (held,) = [row for row in status.read_text().splitlines() if row.startswith("VmHWM:")]
        return int(held.split()[1]) / 1024
    unit = 1024 if sys.platform == "darwin" else 1
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / unit / 1024


if __name__ == "__main__":
    main()
