"""A line on standard error that says what a long run is at, where a person can see it."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

DELAY = 1.0
"""Seconds before anything is shown: short runs stay silent."""
STEP = 0.1
"""Seconds between two lines."""
WIDTH = 70
CLEAR = "\r\x1b[K"


@contextmanager
def progress(*, quiet: bool) -> Iterator[Callable[[str], None] | None]:
    """Gives what to call with the name of each thing that is begun; None where nobody looks."""
    if quiet or not sys.stderr.isatty():
        yield None
        return
    due, count, shown = time.monotonic() + DELAY, 0, False

    def tell(name: str) -> None:
        nonlocal due, count, shown
        count += 1
        if time.monotonic() >= due:
            due, shown = time.monotonic() + STEP, True
            sys.stderr.write(f"{CLEAR}{count} analysed, now {name}"[:WIDTH])
            sys.stderr.flush()

    try:
        yield tell
    finally:
        if shown:
            sys.stderr.write(CLEAR)
            sys.stderr.flush()
