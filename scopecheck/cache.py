"""What earlier runs found, kept until anything that a run rests on changes.

A run's key says what was asked: the files, the settings, the versions of scopecheck and of
Python. Beside its result stands everything that it asked of the file system; the result holds
while each of those questions has the same answer. A cache that can't be used costs nothing
but its use: it says so once, and everything is checked anew.
"""

from __future__ import annotations

import hashlib
import json
import os
import sqlite3
import sys
import time
import zlib
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from scopecheck import __version__
from scopecheck.records import BadRecord, from_plain, to_plain
from scopecheck.report.result import Lines, Result
from scopecheck.source import unchanged
from scopecheck.trace import Site
from scopecheck.workspace import Workspace

NAME = "runs.sqlite3"
KEPT = 200
"""How many runs are kept: the latest."""
PATIENCE = 1.0
"""Seconds to wait for another process that writes."""

_TABLE = "CREATE TABLE IF NOT EXISTS runs (key TEXT PRIMARY KEY, value BLOB, made REAL)"


@dataclass(frozen=True, slots=True)
class Kept:
    """A result, and the source lines that its reports show, by file and cell."""

    result: Result
    texts: tuple[tuple[str, int | None, tuple[str, ...]], ...]

    def lines(self) -> Lines:
        """The lines as the reports ask for them."""
        known = {(file, cell): lines for file, cell, lines in self.texts}
        return lambda site: known.get((site.file, site.cell), ())


class Cache:
    """The runs kept in one directory. ``warn`` hears, once, why it can't be used."""

    def __init__(self, directory: Path, warn: Callable[[str], None]) -> None:
        self.directory = directory
        self._warn = warn
        self._usable = True

    def find(self, key: str) -> Kept | None:
        """What a run with this key found, if it would find the same again."""
        with self._guarded():
            if not self._usable or not (self.directory / NAME).exists():
                return None
            with self._opened() as database:
                row = database.execute("SELECT value FROM runs WHERE key = ?", (key,)).fetchone()
            if row is None:
                return None
            value = _unpacked(row[0])
            if not unchanged(value["asked"]):
                return None
            kept: Kept = from_plain(Kept, value["kept"])
            return kept
        return None

    def keep(self, key: str, kept: Kept, asked: Mapping[str, Any]) -> None:
        """Keep what a run found, and forget the oldest runs."""
        if not self._usable:
            return
        with self._guarded():
            value = _packed({"asked": asked, "kept": to_plain(kept)})
            self.directory.mkdir(parents=True, exist_ok=True)
            with self._opened() as database:
                database.execute(_TABLE)
                row = (key, value, time.time())
                database.execute("INSERT OR REPLACE INTO runs VALUES (?, ?, ?)", row)
                old = "SELECT key FROM runs ORDER BY made DESC LIMIT -1 OFFSET ?"
                database.execute(f"DELETE FROM runs WHERE key IN ({old})", (KEPT,))

    @contextmanager
    def _opened(self) -> Iterator[sqlite3.Connection]:
        database = sqlite3.connect(self.directory / NAME, timeout=PATIENCE)
        try:
            with database:
                yield database
        finally:
            database.close()

    @contextmanager
    def _guarded(self) -> Iterator[None]:
        """Goes on without the cache where it can't be used, and says why."""
        try:
            yield
        except (sqlite3.Error, OSError, BadRecord) as error:
            self._usable = False
            reason = str(error)
            if isinstance(error, BadRecord) or type(error) is sqlite3.DatabaseError:
                reason = "it is damaged, and begun anew"
                with suppress(OSError):
                    (self.directory / NAME).unlink()
            self._warn(f"checking without the cache in {self.directory}: {reason}")


def key_of(workspace: Workspace) -> str:
    """What a run is asked: equal keys for the same files, settings and versions."""
    config = workspace.config
    baseline = config.baseline and _content(config.baseline)
    parts = (
        __version__,
        _own_files(),
        sys.version,
        os.getcwd(),
        repr(config),
        baseline,
        list(workspace.given),
        list(workspace.beside),
        sorted(map(str, workspace.tops)),
    )
    return hashlib.sha256(repr(parts).encode(errors="surrogatepass")).hexdigest()


def kept_of(result: Result, lines: Lines) -> Kept:
    """A result with the lines that its reports may show."""
    texts: dict[tuple[str, int | None], tuple[str, ...]] = {}
    for site in _sites(result):
        texts.setdefault((site.file, site.cell), tuple(lines(site)))
    return Kept(result, tuple((file, cell, text) for (file, cell), text in texts.items()))


def _sites(result: Result) -> Iterator[Site]:
    for finding in (*result.findings, *result.notes):
        yield finding.site
        for label in (*finding.path, *finding.related):
            yield label.site


def _content(path: Path) -> str:
    try:
        return hashlib.sha256(path.read_bytes()).hexdigest()
    except OSError:
        return ""


def _own_files() -> list[tuple[str, int, int]]:
    """scopecheck's own modules: a working copy changes without a new version."""
    found: list[tuple[str, int, int]] = []
    pending = [os.path.dirname(os.path.abspath(__file__))]
    while pending:
        with os.scandir(pending.pop()) as entries:
            for entry in entries:
                if entry.is_dir():
                    pending.append(entry.path)
                elif entry.name.endswith(".py"):
                    seen = entry.stat()
                    found.append((entry.path, seen.st_size, seen.st_mtime_ns))
    return sorted(found)


def _packed(value: Any) -> bytes:
    data = zlib.compress(json.dumps(value).encode("utf-8"), 1)
    return hashlib.sha256(data).digest() + data


def _unpacked(value: Any) -> Any:
    if not isinstance(value, bytes) or hashlib.sha256(value[32:]).digest() != value[:32]:
        raise BadRecord("a row is damaged")
    return json.loads(zlib.decompress(value[32:]))


__all__: Sequence[str] = ("Cache", "Kept", "kept_of", "key_of")
