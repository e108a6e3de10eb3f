"""Reading: files found, decoded and parsed, with their positions and suppression comments."""

from scopecheck.source.discover import discover, real_path
from scopecheck.source.errors import PathProblem
from scopecheck.source.files import Files, shown, unchanged
from scopecheck.source.model import Problem, SourceFile, Unit, split_lines
from scopecheck.source.read import names_graph, read_bytes, read_file
from scopecheck.source.suppressions import Suppressions, UnusedSuppression, suppressions

__all__ = [
    "Files",
    "PathProblem",
    "Problem",
    "SourceFile",
    "Suppressions",
    "Unit",
    "UnusedSuppression",
    "discover",
    "names_graph",
    "read_bytes",
    "read_file",
    "real_path",
    "shown",
    "split_lines",
    "suppressions",
    "unchanged",
]
