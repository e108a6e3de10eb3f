"""Why a target could not be run, in words for the user."""

from __future__ import annotations


class TargetFailed(Exception):
    """One line, and the lines of the target's own traceback that lead there."""

    def __init__(self, message: str, tail: tuple[str, ...] = ()) -> None:
        super().__init__(message)
        self.message = message
        self.tail = tail
