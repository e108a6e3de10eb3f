"""Read one file: Python 3, Python 2 or a notebook."""

from __future__ import annotations

import errno
import os

from scopecheck.source.decode import MAX_BYTES, decode
from scopecheck.source.errors import PathProblem
from scopecheck.source.model import Problem, SourceFile, Unit
from scopecheck.source.notebook import MAX_NOTEBOOK_BYTES, read_notebook
from scopecheck.source.parse import parse, problem
from scopecheck.source.python3 import Failure

# Words without which a file cannot itself touch a TensorFlow graph. `tf.` is there because the
# name may come from a star import.
_GRAPH_WORDS = (
    b"tf.",
    b"tensorflow",
    b"keras",
    b"slim",
    b"tflearn",
    b"prettytensor",
    b"sugartensor",
    b"tensorlayer",
    b"tensorpack",
    b"tensor2tensor",
    b"sonnet",
    b"tflib",
    b"baselines",
)


def names_graph(data: bytes) -> bool:
    """Whether a file (or notebook) could itself touch a TensorFlow graph.

    A cheap test of its bytes: False is certain for files that name what they use, True is not.
    """
    return any(word in data for word in _GRAPH_WORDS)


def read_bytes(data: bytes, path: str) -> SourceFile:
    """Read a file's content; bad content gives problems, never an exception."""
    if _is_notebook(path):
        return read_notebook(data, path)
    text = decode(data)
    if isinstance(text, Problem):
        return SourceFile(path, (), (text,), python2=False, text="")
    parsed = parse(text)
    if isinstance(parsed, Failure):
        return SourceFile(path, (), (problem(parsed, None),), python2=False, text=text)
    return SourceFile(path, (Unit(parsed.tree, None),), (), parsed.python2, text)


def read_file(path: str | os.PathLike[str]) -> SourceFile:
    """Read a file; PathProblem (an OSError) where it cannot be opened or read."""
    return read_bytes(read_data(path), os.fspath(path))


def read_data(path: str | os.PathLike[str]) -> bytes:
    """The bytes of a file; PathProblem (an OSError) where it cannot be opened or read.

    Of a file over the size limit only as much is read as tells so.
    """
    name = os.fspath(path)
    limit = MAX_NOTEBOOK_BYTES if _is_notebook(name) else MAX_BYTES
    try:
        with open(path, "rb") as file:
            return file.read(limit + 1)
    except OSError as error:
        raise PathProblem.of(error, name) from error
    except ValueError as error:  # a NUL in the name
        raise PathProblem(errno.EINVAL, str(error), name) from error


def _is_notebook(path: str) -> bool:
    return path.lower().endswith(".ipynb")
