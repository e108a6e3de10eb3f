"""The format for programs: a contract, whose changes need a new version."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from scopecheck.report.result import Lines, Result
from scopecheck.report.style import Line, line
from scopecheck.rules.finding import Finding, Label, Severity

VERSION = 1


def render(result: Result, lines: Lines) -> Iterator[Line]:
    """One JSON object."""
    data = {
        "version": VERSION,
        "findings": [_finding(finding) for finding in result.findings],
        "summary": {
            "files": result.files,
            "findings": len(result.findings),
            "errors": result.count(Severity.ERROR),
            "warnings": result.count(Severity.WARNING),
            "undecided": result.undecided,
        },
    }
    yield line(json.dumps(data, indent=2))


def _finding(finding: Finding) -> dict[str, Any]:
    site, error = finding.site, finding.error
    return {
        "code": finding.code,
        "name": finding.name,
        "severity": finding.severity.value,
        "message": finding.message,
        "variable": finding.variable,
        "file": site.file,
        "cell": site.cell,
        "line": site.line,
        "column": site.column,
        "end_line": site.end_line,
        "end_column": site.end_column,
        "call_path": [_step(label) for label in finding.path],
        "variables": list(finding.variables),
        "related": [_related(label) for label in finding.related],
        "tensorflow": None if error is None else {"type": error.type, "message": error.message},
        "when": finding.when,
        "help": finding.help,
        "fix": None,
        "fingerprint": finding.fingerprint,
    }


def _step(label: Label) -> dict[str, Any]:
    return _place(label) | {"function": label.site.function, "label": label.text}


def _related(label: Label) -> dict[str, Any]:
    return _place(label) | {"label": label.text}


def _place(label: Label) -> dict[str, Any]:
    """A place; the cell is named only where there is one."""
    site = label.site
    cell = {} if site.cell is None else {"cell": site.cell}
    return {"file": site.file, **cell, "line": site.line, "column": site.column}
