"""The short formats and the JSON formats, and the summary."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

import pytest
from stories import STORIES

from scopecheck.report import Failure, Result, format_names, render
from scopecheck.report.formats.full import summary
from scopecheck.report.style import plain
from scopecheck.rules.fingerprints import stamp


def rendered(name: str, story: str, result: Result | None = None) -> str:
    told = STORIES[story]()
    shown = result or Result(tuple(stamp(told.findings)), files=1)
    return "\n".join(plain(line) for line in render(name, shown, told.scene.lines))


def test_formats_are_found() -> None:
    assert format_names() == (
        "concise",
        "full",
        "github",
        "gitlab",
        "grouped",
        "json",
        "json-lines",
        "junit",
        "sarif",
    )


def test_concise() -> None:
    assert rendered("concise", "SCO108") == (
        "scopes.py:4:7: SCO108 `tf.variable_scope` refuses these arguments: "
        "The reuse parameter must be True or False or None"
    )


def test_json() -> None:
    data: dict[str, Any] = json.loads(rendered("json", "SCO101"))
    assert list(data) == ["version", "findings", "summary"]
    assert data["version"] == 1
    assert data["summary"] == {
        "files": 1,
        "findings": 1,
        "errors": 1,
        "warnings": 0,
        "undecided": 0,
    }
    (finding,) = data["findings"]
    assert len(finding.pop("fingerprint")) == 32
    assert finding.pop("help")
    assert finding == {
        "code": "SCO101",
        "name": "reuse-collision",
        "severity": "error",
        "message": "the variable `discriminator/dense/kernel` exists already, and this call does "
        "not share it",
        "variable": "discriminator/dense/kernel",
        "file": "networks.py",
        "cell": None,
        "line": 6,
        "column": 18,
        "end_line": 6,
        "end_column": 45,
        "call_path": [
            {
                "file": "gan.py",
                "line": 7,
                "column": 8,
                "function": "<module>",
                "label": "called again here",
            }
        ],
        "variables": ["discriminator/dense/kernel"],
        "related": [
            {
                "file": "networks.py",
                "line": 6,
                "column": 18,
                "label": "first created here too, in the call at gan.py:6",
            },
            {
                "file": "networks.py",
                "line": 5,
                "column": 10,
                "label": "the scope `discriminator` is opened here, without reuse",
            },
        ],
        "tensorflow": {
            "type": "ValueError",
            "message": "Variable discriminator/dense/kernel already exists, disallowed. Did you "
            "mean to set reuse=True or reuse=tf.AUTO_REUSE in VarScope?",
        },
        "when": None,
        "fix": None,
    }


def test_json_names_a_notebook_cell() -> None:
    (found,) = STORIES["SCO102"]().findings
    site = replace(found.site, file="nb.ipynb", cell=2)
    text = rendered("json", "SCO102", Result((replace(found, site=site, related=()),), files=1))
    (finding,) = json.loads(text)["findings"]
    assert (finding["file"], finding["cell"]) == ("nb.ipynb", 2)
    assert site.where() == "nb.ipynb:cell 3:6"


def test_json_lines() -> None:
    lines = rendered("json-lines", "SCO101").split("\n")
    assert [json.loads(line) for line in lines] == json.loads(rendered("json", "SCO101"))[
        "findings"
    ]


def test_grouped() -> None:
    found = STORIES["SCO108"]().findings + STORIES["SCO101"]().findings
    assert rendered("grouped", "SCO108", Result(found, files=2)).split("\n") == [
        "networks.py",
        "  6:18  error    SCO101  the variable `discriminator/dense/kernel` exists already, "
        "and this call does not share it",
        "",
        "scopes.py",
        "  4:7  error    SCO108  `tf.variable_scope` refuses these arguments: "
        "The reuse parameter must be True or False or None",
        "",
        "Found 2 errors in 2 files. `scopecheck rule CODE` explains a rule.",
    ]


@pytest.mark.parametrize(
    ("result", "text"),
    [
        (Result((), files=3), "No variable-sharing problems found in 3 files."),
        (
            Result(STORIES["SCO101"]().findings, files=1),
            "Found 1 error in 1 file. `scopecheck rule SCO101` explains it.",
        ),
        (
            Result(STORIES["SCO101"]().findings * 2 + STORIES["SCO205"]().findings, files=3),
            "Found 2 errors and 1 warning in 3 files. `scopecheck rule CODE` explains a rule.",
        ),
        (
            Result((), undecided=2, files=1),
            "No variable-sharing problems found in 1 file. 2 places were left undecided "
            "(--verbose shows them).",
        ),
        (
            Result((), files=1, failures=(Failure("a.py", "gone"), Failure("a.py", "again"))),
            "No variable-sharing problems found in 1 file. 1 path could not be checked.",
        ),
    ],
)
def test_summary(result: Result, text: str) -> None:
    assert summary(result) == text
