"""Reads what tools say: lines of text, SARIF, and the formats of those that have neither."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import PurePath
from typing import Any
from urllib.parse import unquote, urlparse

from counting import Finding

_LINE = re.compile(
    r"(?P<file>[^:@]+)(?::cell (?P<cell>\d+))?[:@](?P<line>\d+)(?::\d+)?:?\s+\[?(?P<code>[\w./-]+)"
)
_UPGRADE_FILE = re.compile(r"Processing file '(?P<file>.*)'")
_UPGRADE = re.compile(r"(?P<line>\d+):\d+: (?P<level>INFO|WARNING|ERROR): (?P<said>.*)")
_SYMBOL = re.compile(r"\btf(?:\.\w+)+")


def tidy(path: str) -> str:
    """A path as the labels write it, relative to the folder of the programs."""
    parts = PurePath(path).as_posix().split("/")
    starts = [i for i, part in enumerate(parts) if part in ("findings", "seeds", "silent")]
    return "/".join(parts[starts[0] if starts else 0 :])


def from_lines(text: str) -> Iterator[Finding]:
    """`path:line: code message`, `path:line:column: code message`, `path:cell 3:line: …`.

    Cells are counted from 1, markdown cells too. `path@line:column code message` is read too.
    """
    for row in text.splitlines():
        found = _LINE.match(row)
        if found:
            cell = int(found["cell"]) - 1 if found["cell"] else None
            yield Finding(tidy(found["file"]), cell, int(found["line"]), found["code"])


def from_sarif(text: str) -> Iterator[Finding]:
    """The results of every run of a SARIF log, at their first location."""
    for run in json.loads(text)["runs"]:
        for result in run.get("results") or []:
            spot = result["locations"][0]["physicalLocation"]
            path = unquote(urlparse(spot["artifactLocation"]["uri"]).path)
            line = spot.get("region", {}).get("startLine", 1)
            yield Finding(tidy(path), None, line, result.get("ruleId", ""))


def from_any(text: str) -> Iterator[Finding]:
    """SARIF if it is JSON, lines otherwise."""
    return from_sarif(text) if text.lstrip().startswith("{") else from_lines(text)


def from_scopecheck(text: str) -> Iterator[Finding]:
    """scopecheck's JSON."""
    for one in json.loads(text)["findings"]:
        yield Finding(tidy(one["file"]), one["cell"], one["line"], one["code"])


def from_ruff(text: str) -> Iterator[Finding]:
    """Ruff's JSON; it counts cells from 1."""
    for one in json.loads(text):
        cell = one["cell"] - 1 if one["cell"] else None
        yield Finding(tidy(one["filename"]), cell, one["location"]["row"], one["code"])


def from_pylint(text: str) -> Iterator[Finding]:
    """Pylint's JSON."""
    said: list[dict[str, Any]] = json.loads(text)
    return (Finding(tidy(one["path"]), None, one["line"], one["message-id"]) for one in said)


def from_upgrade(text: str) -> Iterator[Finding]:
    """The report of TensorFlow's converter, whose messages have no code: level and symbol."""
    file = ""
    for row in text.splitlines():
        if begun := _UPGRADE_FILE.match(row):
            file = tidy(begun["file"])
        elif file and (found := _UPGRADE.match(row)):
            symbol = _SYMBOL.search(found["said"])
            code = f"{found['level']} {symbol[0] if symbol else found['said'].split()[0]}"
            yield Finding(file, None, int(found["line"]), code)
