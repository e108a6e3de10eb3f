"""Errors about paths."""

from __future__ import annotations

import errno
import os


class PathProblem(OSError):
    """A path that isn't there, or that cannot be opened; as text, one line for a person."""

    @classmethod
    def of(cls, error: OSError, path: str | os.PathLike[str]) -> PathProblem:
        """The same error, about the path as it was given."""
        return cls(error.errno or errno.EIO, error.strerror or str(error), os.fspath(path))

    def __str__(self) -> str:
        reason = str(self.strerror or "cannot be opened")
        return f"{self.filename}: {reason[:1].lower()}{reason[1:]}"
