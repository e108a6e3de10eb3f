"""Room for deep recursion: programs nest calls further than Python's own limits allow."""

from __future__ import annotations

import sys
import threading
from collections.abc import Callable
from typing import TypeVar

T = TypeVar("T")

STACK_BYTES = 256 * 1024 * 1024
FRAMES = 100_000


def with_deep_stack(work: Callable[[], T]) -> T:
    """Do some work in a thread with a large stack; its result, or its exception."""
    results: list[T] = []
    errors: list[BaseException] = []

    def run() -> None:
        try:
            results.append(work())
        except BaseException as error:
            errors.append(error)

    limit, stack = sys.getrecursionlimit(), threading.stack_size(STACK_BYTES)
    try:
        sys.setrecursionlimit(max(limit, FRAMES))
        # A daemon, so that an interrupt in the main thread ends the process.
        thread = threading.Thread(target=run, name="scopecheck", daemon=True)
        thread.start()
    finally:
        threading.stack_size(stack)
    thread.join()
    sys.setrecursionlimit(limit)
    if errors:
        raise errors[0]
    return results[0]
