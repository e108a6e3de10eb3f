"""The full format, word for word. SCOPECHECK_REWRITE_GOLDEN=1 writes the files anew."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from stories import STORIES

from scopecheck.report import Result, render
from scopecheck.report.style import plain
from scopecheck.rules import Severity, known_codes

GOLDEN = Path(__file__).parent / "golden"


@pytest.mark.parametrize("name", STORIES)
def test_golden(name: str) -> None:
    story = STORIES[name]()
    notes = tuple(one for one in story.findings if one.severity is Severity.NOTE)
    findings = tuple(one for one in story.findings if one.severity is not Severity.NOTE)
    result = Result(findings, notes, len(notes), len(story.scene.files))
    text = "\n".join(plain(line) for line in render("full", result, story.scene.lines)) + "\n"
    path = GOLDEN / f"{name}.txt"
    if os.environ.get("SCOPECHECK_REWRITE_GOLDEN"):
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, encoding="utf-8")
    assert text == path.read_text(encoding="utf-8")


def test_every_rule_has_a_golden_file() -> None:
    assert {name.partition("-")[0] for name in STORIES} == known_codes()
    assert {path.stem for path in GOLDEN.iterdir()} == set(STORIES)
