"""JUnit's XML, which most systems for continuous integration read."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from xml.etree import ElementTree

from scopecheck.report.details import paragraph, place
from scopecheck.report.result import Failure, Lines, Result
from scopecheck.report.style import Line, line
from scopecheck.rules.finding import Finding

_NO_XML = re.compile(r"[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""Characters that XML 1.0 has no way to write."""


def render(result: Result, lines: Lines) -> Iterator[Line]:
    """A suite for each file with findings or a failure; one that passes if there is none."""
    root = ElementTree.Element("testsuites", name="scopecheck")
    files = dict.fromkeys(
        [finding.site.file for finding in result.findings]
        + [failure.file for failure in result.failures]
    )
    for name in files:
        findings = [finding for finding in result.findings if finding.site.file == name]
        failures = [failure for failure in result.failures if failure.file == name]
        _suite(root, name, findings, failures)
    if not files:
        suite = ElementTree.SubElement(root, "testsuite", _counts("scopecheck", 1, 0, 0))
        ElementTree.SubElement(suite, "testcase", name="scopecheck", classname="scopecheck")
    ElementTree.indent(root)
    yield line('<?xml version="1.0" encoding="utf-8"?>')
    for text in ElementTree.tostring(root, encoding="unicode").split("\n"):
        yield line(text)


def _suite(
    root: ElementTree.Element, name: str, findings: list[Finding], failures: Iterable[Failure]
) -> None:
    reasons = [_xml(failure.message) for failure in failures]
    counts = _counts(_xml(name), len(findings) + len(reasons), len(findings), len(reasons))
    suite = ElementTree.SubElement(root, "testsuite", counts)
    for finding in findings:
        title = f"{finding.code} {finding.name} ({place(finding.site)})"
        case = _case(suite, name, title)
        if finding.site.cell is None:
            case.set("line", str(finding.site.line))
        told = {"message": _xml(finding.message), "type": finding.severity.value}
        failure = ElementTree.SubElement(case, "failure", told)
        failure.text = _xml(f"{finding.site.where()}: {finding.code} {paragraph(finding)}")
    for reason in reasons:
        ElementTree.SubElement(_case(suite, name, "check"), "error", message=reason)


def _case(suite: ElementTree.Element, file: str, name: str) -> ElementTree.Element:
    attributes = {"name": _xml(name), "classname": _xml(file), "file": _xml(file)}
    return ElementTree.SubElement(suite, "testcase", attributes)


def _counts(name: str, tests: int, failures: int, errors: int) -> dict[str, str]:
    return {
        "name": name,
        "tests": str(tests),
        "failures": str(failures),
        "errors": str(errors),
    }


def _xml(text: str) -> str:
    return _NO_XML.sub("?", text)
