"""A finding as data: what the JSON formats print."""

from __future__ import annotations

from typing import Any

from scopecheck.rules.finding import Finding, Label
from scopecheck.trace import TensorFlowError


def finding_data(finding: Finding) -> dict[str, Any]:
    """One finding."""
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
        "tensorflow": None if error is None else _error(error, finding.tensorflow),
        "when": finding.when,
        "help": finding.help,
        "fix": None,
        "fingerprint": finding.fingerprint,
    }


def _error(error: TensorFlowError, version: str) -> dict[str, Any]:
    """What TensorFlow raises; the version is named where it is one before 1.0."""
    named = {"version": version} if version else {}
    return {"type": error.type, "message": error.message, **named}


def _step(label: Label) -> dict[str, Any]:
    return _place(label) | {"function": label.site.function, "label": label.text}


def _related(label: Label) -> dict[str, Any]:
    return _place(label) | {"label": label.text}


def _place(label: Label) -> dict[str, Any]:
    """A place; the cell is named only where there is one."""
    site = label.site
    cell = {} if site.cell is None else {"cell": site.cell}
    return {"file": site.file, **cell, "line": site.line, "column": site.column}
