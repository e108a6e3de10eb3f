"""The baseline: findings that a project knows of, so that only new ones are reported."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Any

from scopecheck.config import Config, ConfigError
from scopecheck.report.result import Known, Result
from scopecheck.rules import Finding
from scopecheck.source import shown
from scopecheck.workspace import codes_for, rooted

VERSION = 1
DEFAULT = "scopecheck-baseline.json"


@dataclass(frozen=True, slots=True)
class Baseline:
    """The known findings by their fingerprints; files are relative to the settings' root."""

    entries: dict[str, Known]


def location(config: Config) -> Path:
    """The baseline's file, whether it is there or not."""
    return config.baseline or config.root / DEFAULT


def load(path: Path) -> Baseline:
    """Read a baseline; ConfigError where it is none."""
    try:
        data = json.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise ConfigError(f"{path}: {error.strerror}; --write-baseline makes one") from None
    except ValueError as error:
        raise ConfigError(f"{path}: this is no baseline: {error}") from None
    try:
        return _decode(data)
    except (KeyError, TypeError):
        raise ConfigError(f"{path}: this is no baseline of version {VERSION}") from None


def without_known(result: Result, config: Config) -> Result:
    """The result without what the baseline lists, and what of that is found no longer."""
    if config.baseline is None:
        return result
    listed = load(config.baseline).entries
    known = {finding.fingerprint for finding in result.findings} & listed.keys()
    stale = _stale(result, config)
    gone = [entry for key, entry in listed.items() if key not in known and stale(entry)]
    return replace(
        result,
        findings=tuple(one for one in result.findings if one.fingerprint not in known),
        known=len(known),
        gone=tuple(gone),
    )


def update(result: Result, config: Config) -> int:
    """Write what was found into the baseline; how many findings it lists now.

    Entries for files that were not checked this time stay, as long as the files are there.
    """
    path = location(config)
    stale = _stale(result, config)
    old = load(path).entries if path.exists() else {}
    kept = {key: entry for key, entry in old.items() if not stale(entry)}
    entries = kept | {one.fingerprint: entry_of(one, config) for one in result.findings}
    try:
        path.write_text(encode(entries), encoding="utf-8")
    except OSError as error:
        raise ConfigError(f"{path}: {error.strerror}") from None
    return len(entries)


def entry_of(finding: Finding, config: Config) -> Known:
    """What the baseline says about a finding: enough for a person to recognise it."""
    return Known(
        rooted(finding.site.file, config.root), finding.code, finding.variable, finding.message
    )


def encode(entries: dict[str, Known]) -> str:
    """The baseline's text: sorted, one block for each finding, so that changes read well."""
    rows: Iterable[tuple[str, Known]] = sorted(
        entries.items(), key=lambda item: (item[1].file, item[1].code, item[0])
    )
    findings = [{"fingerprint": key, **asdict(entry)} for key, entry in rows]
    return json.dumps({"version": VERSION, "findings": findings}, indent=2) + "\n"


def _decode(data: Any) -> Baseline:
    if data["version"] != VERSION:
        raise KeyError("version")
    return Baseline(
        {
            one["fingerprint"]: Known(one["file"], one["code"], one["variable"], one["message"])
            for one in data["findings"]
        }
    )


def _stale(result: Result, config: Config) -> Callable[[Known], bool]:
    """Whether an entry's finding would have been met in this run, had it still been there."""
    failed = {failure.file for failure in result.failures}

    def stale(entry: Known) -> bool:
        path = config.root / entry.file
        name = shown(path)
        if name in failed or entry.code not in codes_for(name, config):
            return False
        return name in result.names or not path.exists()

    return stale
