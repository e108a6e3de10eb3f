"""Make a notebook cell Python: IPython's magics become `pass` or `None`.

Lines and columns stay where they are. A cell must be tried as it is first: a line that begins
with `%` may continue an expression.
"""

from __future__ import annotations

import re

from scopecheck.source.model import split_lines
from scopecheck.source.python3 import Failure, parse_python3
from scopecheck.source.scan import scan

# Cell magics that run the cell's body in the notebook's own kernel. What others do with it
# (another language, another process, a file) is nothing of this program.
PYTHON_CELL_MAGICS = frozenset(
    {"capture", "debug", "lprun", "memit", "mprun", "prun", "snakeviz", "time", "timeit"}
)

_CELL_MAGIC = re.compile(r"\s*%%(\w*)")
_SHELL_WORDS = "cat|cd|cp|ls|mkdir|mv|rm|rmdir|less|more|man"
_FOREIGN = re.compile(
    rf"""\s*(?:
        [!%?]                                            # !shell, %magic, ?help
      | [\w.%*\[\]'"]+\?\??\s*$                          # help?
      | (?:pip|conda|mamba)\s+(?:install|uninstall|list|show|freeze|update)\b
      | (?:{_SHELL_WORDS})\s+[\w./~*$"'-][^=]*$          # automagic
    )""",
    re.VERBOSE,
)
_ASSIGNED = re.compile(r"(\s*[A-Za-z_][\w\s.,\[\]'\"]*=\s*)[!%]")
_TIMED = re.compile(r"(\s*)(%(?:time|timeit|prun|memit|lprun|mprun)\b(?:\s+-\w+(?:\s+\d+)?)*)\s+\S")


def strip_magics(text: str) -> str | None:
    """A cell's Python, line by line as it was; None where the whole cell isn't Python."""
    lines = split_lines(text)
    for index, line in enumerate(lines):
        if not line.strip() or line.lstrip().startswith("#"):
            continue
        if (magic := _CELL_MAGIC.match(line)) is None:
            break
        if magic[1] not in PYTHON_CELL_MAGICS:
            return None
        lines[index] = ""
    return "\n".join(_without_line_magics(lines)) + "\n"


def _without_line_magics(lines: list[str]) -> list[str]:
    python: list[str] = []
    goes_on = False  # a magic that ends in a backslash takes the next line with it
    for line in scan(lines, _is_foreign):
        if goes_on:
            python.append("")
            goes_on = line.text.endswith("\\")
        elif line.begins and _is_foreign(line.text):
            python.append(_replaced(line.text))
            goes_on = line.text.endswith("\\")
        else:
            python.append(line.text)
    return python


def _is_foreign(line: str) -> bool:
    return bool(_FOREIGN.match(line) or _ASSIGNED.match(line))


def _replaced(line: str) -> str:
    if match := _ASSIGNED.match(line):
        return f"{match[1]}None"
    indent = line[: len(line) - len(line.lstrip())]
    if match := _TIMED.match(line):
        statement = line[match.end() - 1 :]
        timed = "pass;".ljust(match.end() - 1 - len(indent)) + statement
        if not isinstance(parse_python3(timed), Failure):
            return indent + timed
    return f"{indent}pass"
