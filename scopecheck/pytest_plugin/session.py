"""The check of all files of a test session, in one go and in one process."""

from __future__ import annotations

import json
import os
import time
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TypeAlias

from scopecheck.config import Config, ConfigError, codes, load
from scopecheck.engine import check_paths
from scopecheck.report import Result, render
from scopecheck.report.result import Lines
from scopecheck.report.style import plain
from scopecheck.rules import Finding
from scopecheck.source import shown
from scopecheck.workspace import matches

Reports: TypeAlias = "dict[str, str]"
"""The report of each file that has findings, or that could not be checked."""

PAUSE = 0.05


def is_excluded(path: Path) -> bool:
    """Does the configuration pass this file over? One that can't be read passes over none."""
    try:
        config = load(path)
    except ConfigError:
        return False
    return matches(path, config.exclude, config.root)


def check(paths: Sequence[Path], select: Sequence[str], ignore: Sequence[str]) -> Reports:
    """Check files, those under one configuration together."""
    reports: Reports = {}
    groups: dict[Path, tuple[Config, list[Path]]] = {}
    for path in paths:
        try:
            config = _configured(path, select, ignore)
        except ConfigError as error:
            reports[str(path)] = str(error)
        else:
            groups.setdefault(config.root, (config, []))[1].append(path)
    for config, files in groups.values():
        try:
            checked = check_paths(files, config)
        except ConfigError as error:
            reports |= {str(path): str(error) for path in files}
        else:
            reports |= _by_file(files, checked.result, checked.lines)
    return reports


def once(work: Callable[[], Reports], folder: str | None) -> Reports:
    """The result of some work that only the first of all processes with this folder does."""
    if folder is None:
        return work()
    done, taken = Path(folder, "reports.json"), Path(folder, "taken")
    while not done.exists():
        if _take(taken):
            _finish(work, done, taken)
        elif _is_orphaned(taken):
            taken.unlink(missing_ok=True)
        else:
            time.sleep(PAUSE)
    reports: Reports = json.loads(done.read_text(encoding="utf-8"))
    return reports


def _configured(path: Path, select: Sequence[str], ignore: Sequence[str]) -> Config:
    config = load(path)
    selection = config.selection
    if select:
        selection = replace(selection, select=(*selection.select, *codes(select)))
    if ignore:
        selection = replace(selection, ignore=(*selection.ignore, *codes(ignore)))
    return replace(config, selection=selection)


def _by_file(files: Iterable[Path], result: Result, lines: Lines) -> Reports:
    """The findings of each file; one in a file that is no test goes to a file on its way."""
    names = {shown(path): str(path) for path in files}
    reports: Reports = {}
    for name, path in names.items():
        own = tuple(one for one in result.findings if _home(one, names) == name)
        failures = tuple(failure for failure in result.failures if failure.file == name)
        if own or failures:
            part = replace(result, findings=own, notes=(), failures=failures, files=1, undecided=0)
            report = [plain(line) for line in render("full", part, lines)]
            report += [f"{failure.file}: {failure.message}" for failure in failures]
            reports[path] = "\n".join(report)
    return reports


def _home(finding: Finding, names: Iterable[str]) -> str | None:
    way = [label.site for label in (*finding.related, *finding.path)]
    sites = [finding.site, *reversed(way)]
    return next((site.file for site in sites if site.file in names), None)


def _finish(work: Callable[[], Reports], done: Path, taken: Path) -> None:
    """Do the work and leave its result; let others try if it fails."""
    try:
        text = json.dumps(work())
    except BaseException:
        taken.unlink()
        raise
    fresh = done.with_suffix(".new")
    fresh.write_text(text, encoding="utf-8")
    os.replace(fresh, done)


def _take(path: Path) -> bool:
    """Create a file that says which process works; False if there is one."""
    path.parent.mkdir(parents=True, exist_ok=True)
    try:
        descriptor = os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY)
    except FileExistsError:
        return False
    with open(descriptor, "w", encoding="utf-8") as file:
        file.write(str(os.getpid()))
    return True


def _is_orphaned(path: Path) -> bool:
    """Has the process that took the work ended?"""
    if os.name == "nt":  # where signal 0 is none
        return False
    try:
        number = path.read_text(encoding="utf-8")
        if number:  # or it is just being written
            os.kill(int(number), 0)
    except ProcessLookupError:
        return True
    except (FileNotFoundError, PermissionError):
        return False
    return False
