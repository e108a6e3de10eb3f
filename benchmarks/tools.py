"""What a check costs next to other tools: wall time, CPU time and peak memory, in one run.

    python benchmarks/tools.py [--repeat N] PATH...

Every tool is a process of its own, as a user starts it, with its defaults and nothing cached;
scopecheck once more with a full cache. The floor is a process that does nothing but parse the
same files with libcst. Each is run N times (3), in turns; the fastest run counts.
"""

from __future__ import annotations

import argparse
import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

FLOOR = """
import sys, pathlib, libcst
files = parsed = 0
for name in sys.argv[1:]:
    root = pathlib.Path(name)
    for path in [root] if root.is_file() else sorted(root.rglob("*.py")):
        files += 1
        try:
            libcst.parse_module(path.read_bytes())
            parsed += 1
        except (libcst.ParserSyntaxError, UnicodeDecodeError):
            pass
print(f"{files} files, of which libcst parses {parsed}")
"""
MEBIBYTE = 1024  # of what the kernel counts in KiB


@dataclass(frozen=True)
class Tool:
    """A tool; `{cache}` in its command stands for a folder that is empty before the first run."""

    name: str
    command: tuple[str, ...]
    warm: bool = False

    def missing(self) -> bool:
        """Whether it isn't on the PATH."""
        return shutil.which(self.command[0]) is None


@dataclass(frozen=True)
class Cost:
    """Seconds, seconds of all its processes, MiB of the largest of them, and how it ended."""

    wall: float
    cpu: float
    memory: float
    code: int


SCOPECHECK = (sys.executable, "-m", "scopecheck", "--exit-zero", "--cache-dir", "{cache}")
TOOLS = (
    Tool("libcst's parse", (sys.executable, "-c", FLOOR)),
    Tool("scopecheck, cold", SCOPECHECK),
    Tool("scopecheck, warm", SCOPECHECK, warm=True),
    Tool("ruff", ("ruff", "check", "--isolated", "--no-cache", "--exit-zero")),
    Tool("flake8", ("flake8", "--isolated", "--exit-zero")),
    Tool("pylint", ("pylint", "--rcfile=", "--recursive=y", "--exit-zero")),
    Tool("Fixit", ("fixit", "lint")),
)


def run(command: list[str]) -> Cost:
    """Starts a command, throws its output away, and measures it."""
    start = time.perf_counter()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    _, status, used = os.wait4(process.pid, 0)
    wall = time.perf_counter() - start
    process.returncode = code = os.waitstatus_to_exitcode(status)
    return Cost(wall, used.ru_utime + used.ru_stime, used.ru_maxrss / MEBIBYTE, code)


def measure(tool: Tool, paths: list[str]) -> Cost:
    """One run; with a full cache the one that filled it doesn't count."""
    with tempfile.TemporaryDirectory() as folder:
        command = [part.replace("{cache}", folder) for part in tool.command]
        if tool.warm:
            run([*command, *paths])
        return run([*command, *paths])


def best(costs: list[Cost]) -> Cost:
    """The least of each; the exit code of the last."""
    return Cost(
        min(one.wall for one in costs),
        min(one.cpu for one in costs),
        min(one.memory for one in costs),
        costs[-1].code,
    )


def table(paths: list[str], repeat: int) -> Iterator[str]:
    """A line for each tool that is there, then the names of the others."""
    there = [tool for tool in TOOLS if not tool.missing()]
    runs: dict[str, list[Cost]] = {tool.name: [] for tool in there}
    for _ in range(repeat):
        for tool in there:
            runs[tool.name].append(measure(tool, paths))
    floor = best(runs[TOOLS[0].name])
    yield "| | wall time (s) | ratio | CPU time (s) | ratio | peak memory (MiB) | ratio |"
    yield "|---|---|---|---|---|---|---|"
    for name, costs in runs.items():
        one = best(costs)
        note = "" if one.code in (0, 1) else f" (exit code {one.code})"
        yield (
            f"| {name}{note} | {one.wall:.2f} | {one.wall / floor.wall:.2f} | {one.cpu:.2f} "
            f"| {one.cpu / floor.cpu:.2f} | {one.memory:.0f} | {one.memory / floor.memory:.2f} |"
        )
    for tool in TOOLS:
        if tool.missing():
            yield f"{tool.name} is missing: no {tool.command[0]} on the PATH"


def main() -> None:
    """Prints the table for the paths of the command line."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--repeat", type=int, default=3, metavar="N")
    parser.add_argument("paths", nargs="+", metavar="PATH")
    options = parser.parse_args()
    absent = [path for path in options.paths if not Path(path).exists()]
    if absent:
        sys.exit(f"no such file or folder: {', '.join(absent)}")
    floor = [sys.executable, "-c", FLOOR, *options.paths]
    counted = subprocess.run(floor, capture_output=True, text=True, check=True).stdout.strip()
    print(f"{counted}; {os.cpu_count()} cores\n", flush=True)
    for text in table(options.paths, options.repeat):
        print(text)


if __name__ == "__main__":
    main()
