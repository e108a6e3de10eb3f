"""Room for large programs: recursion deeper than Python's own limits, few garbage collections."""

from __future__ import annotations

import gc
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TypeVar

T = TypeVar("T")

STACK_BYTES = 256 * 1024 * 1024
FRAMES = 100_000
THRESHOLDS = (2_000_000, 20, 20)
"""After how many new objects the youngest are looked at, and how many times before older ones."""

MOST_LEFT = 2_000_000
"""How many objects earlier checks may leave in memory, garbage or not."""


class _Garbage:
    """left: how many they have left so far. looks: at the youngest, as those that run began."""

    left = 0
    looks = 0


def with_deep_stack(work: Callable[[], T]) -> T:
    """Do some work in a thread with a large stack; its result, or its exception."""
    results: list[T] = []
    errors: list[BaseException] = []

    def run() -> None:
        try:
            results.append(work())
        except BaseException as error:
            errors.append(error)

    with _deep_recursion():
        # A daemon, so that an interrupt in the main thread ends the process.
        thread = threading.Thread(target=run, name="scopecheck", daemon=True)
        with _LOCK:
            stack = threading.stack_size(STACK_BYTES)
            try:
                thread.start()
            finally:
                threading.stack_size(stack)
        thread.join()
    if errors:
        raise errors[0]
    return results[0]


_LOCK = threading.Lock()
_before: list[int] = []
"""The limits that were in force as each of those that still run began."""


@contextmanager
def _deep_recursion() -> Iterator[None]:
    """Python's own limit out of the way, for as long as anybody needs that."""
    with _LOCK:
        _before.append(sys.getrecursionlimit())
        sys.setrecursionlimit(max(_before[0], FRAMES))
    try:
        yield
    finally:
        with _LOCK:
            first = _before[0]
            _before.pop()
            if not _before:
                sys.setrecursionlimit(first)


@contextmanager
def rare_collections() -> Iterator[None]:
    """Look for cyclic garbage rarely: an analysis keeps nearly all that it makes to its end.

    Syntax trees and lowered code are millions of objects, and each look at them all is wasted.
    Those that are left at the end count as old at once, without a look at each. A process that
    checks again and again looks for what earlier checks have left once it is much.
    """
    with _LOCK:
        if not _thresholds:
            if _Garbage.left > MOST_LEFT:
                _Garbage.left = 0
                gc.collect()
            _Garbage.looks = gc.get_count()[1]
        _thresholds.append(gc.get_threshold())
        gc.set_threshold(*THRESHOLDS)
    try:
        yield
    finally:
        with _LOCK:
            first = _thresholds[0]
            _thresholds.pop()
            if not _thresholds:
                young, looks, _ = gc.get_count()
                _Garbage.left += young + max(looks - _Garbage.looks, 0) * THRESHOLDS[0]
                gc.freeze()
                gc.unfreeze()
                gc.set_threshold(*first)


_thresholds: list[tuple[int, int, int]] = []
"""The thresholds that were in force as each of those that still run began."""
