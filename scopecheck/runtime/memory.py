"""The processes that a target started, and the memory that they hold together."""

from __future__ import annotations

import os
from pathlib import Path

_PROC = Path("/proc")


def is_above(pid: int, limit: float) -> bool:
    """Whether a process and all that it started hold more than so many bytes together.

    Pages that a fork shares with its parent count once, which takes longer to add up: it is
    done where the plain sum is above the limit.
    """
    members = family(pid)
    if sum(map(_resident, members)) <= limit:
        return False
    return sum(map(_own_share, members)) > limit


def family(pid: int) -> list[int]:
    """A process, the others of its session, and everything that was started by any of them."""
    parents: dict[int, int] = {}
    found = {pid}
    for entry in _PROC.iterdir() if _PROC.is_dir() else ():
        if not entry.name.isdigit():
            continue
        try:
            rest = (entry / "stat").read_text("ascii", "replace").rpartition(")")[2].split()
        except OSError:  # it has ended meanwhile
            continue
        parents[int(entry.name)] = int(rest[1])
        if int(rest[3]) == pid:
            found.add(int(entry.name))
    more = found
    while more:
        more = {one for one, parent in parents.items() if parent in found} - found
        found |= more
    return sorted(found)


def _resident(pid: int) -> int:
    """The memory that a process holds, in bytes; 0 where that can't be told."""
    try:
        pages = (_PROC / str(pid) / "statm").read_text("ascii").split()[1]
    except (OSError, IndexError):
        return 0
    return int(pages) * os.sysconf("SC_PAGE_SIZE")


def _own_share(pid: int) -> int:
    """The same, with what it shares with others divided by their number."""
    try:
        lines = (_PROC / str(pid) / "smaps_rollup").read_text("ascii").splitlines()
    except OSError:
        return _resident(pid)
    found = [int(line.split()[1]) for line in lines if line.startswith("Pss:")]
    return found[0] * 1024 if found else _resident(pid)
