"""SARIF 2.1.0, which code scanning services and editors read.

https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import PurePath
from typing import Any
from urllib.parse import quote

from scopecheck import __version__
from scopecheck.report.details import paragraph
from scopecheck.report.result import Failure, Lines, Result
from scopecheck.report.style import Line, line
from scopecheck.rules import all_rules
from scopecheck.rules.finding import Finding, Label
from scopecheck.rules.rule import Rule
from scopecheck.trace import Site

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/os/schemas/sarif-schema-2.1.0.json"
FINGERPRINT = "scopecheck/v1"
"""The name of the partial fingerprint; the number changes when its meaning does."""


def render(result: Result, lines: Lines) -> Iterator[Line]:
    """One JSON object with one run."""
    rules = [entry.rule for entry in all_rules().values()]
    numbers = {rule.code: number for number, rule in enumerate(rules)}
    run = {
        "tool": {
            "driver": {
                "name": "scopecheck",
                "semanticVersion": __version__,
                "rules": [_rule(rule) for rule in rules],
            }
        },
        "columnKind": "unicodeCodePoints",
        "invocations": [_invocation(result)],
        "results": [_result(finding, numbers[finding.code]) for finding in result.findings],
    }
    yield line(json.dumps({"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}, indent=2))


def _rule(rule: Rule) -> dict[str, Any]:
    said = f"\n\nTensorFlow says: {rule.tensorflow_message}" if rule.tensorflow_message else ""
    return {
        "id": rule.code,
        "name": "".join(word.capitalize() for word in rule.name.split("-")),
        "shortDescription": {"text": rule.summary},
        "fullDescription": {"text": rule.why},
        "defaultConfiguration": {"level": rule.severity.value},
        "help": {
            "text": f"{rule.why}{said}\n\nWrong:\n\n{rule.wrong}\nRight:\n\n{rule.right}",
            "markdown": (
                f"{rule.why}{said}\n\n**Wrong**\n\n```python\n{rule.wrong}```\n\n"
                f"**Right**\n\n```python\n{rule.right}```\n"
            ),
        },
        "properties": {"tags": ["tensorflow", "variables"]},
    }


def _invocation(result: Result) -> dict[str, Any]:
    return {
        "executionSuccessful": not result.failures,
        "toolExecutionNotifications": [_notification(failure) for failure in result.failures],
    }


def _notification(failure: Failure) -> dict[str, Any]:
    place = {"physicalLocation": {"artifactLocation": _artifact(failure.file)}}
    return {"level": "error", "message": {"text": failure.message}, "locations": [place]}


def _result(finding: Finding, number: int) -> dict[str, Any]:
    data = {
        "ruleId": finding.code,
        "ruleIndex": number,
        "level": finding.severity.value,
        "message": {"text": paragraph(finding)},
        "locations": [_location(finding.site)],
        "relatedLocations": [
            _labelled(label) | {"id": count} for count, label in enumerate(finding.related, start=1)
        ],
        "partialFingerprints": {FINGERPRINT: finding.fingerprint},
        "properties": {"variables": list(finding.variables), "when": finding.when},
    }
    if finding.path:
        here = Label(finding.site, finding.message)
        steps = [{"location": _labelled(label)} for label in (*finding.path, here)]
        data["codeFlows"] = [{"threadFlows": [{"locations": steps}]}]
    return data


def _labelled(label: Label) -> dict[str, Any]:
    return _location(label.site) | {"message": {"text": label.text or "here"}}


def _location(site: Site) -> dict[str, Any]:
    """A place. SARIF knows no cells: a notebook's are named, and have no region."""
    physical: dict[str, Any] = {"artifactLocation": _artifact(site.file)}
    logical = {"name": site.function, "kind": "function"}
    if site.cell is None:
        physical["region"] = {
            "startLine": site.line,
            "startColumn": site.column,
            "endLine": site.end_line,
            "endColumn": site.end_column,
        }
    else:
        logical["fullyQualifiedName"] = f"cell {site.cell + 1}, line {site.line}: {site.function}"
    return {"physicalLocation": physical, "logicalLocations": [logical]}


def _artifact(file: str) -> dict[str, Any]:
    """A file below the working directory, which the reader calls the source's root, or not."""
    path = PurePath(file)
    if path.is_absolute():
        return {"uri": path.as_uri()}
    return {"uri": quote(path.as_posix()), "uriBaseId": "%SRCROOT%"}
