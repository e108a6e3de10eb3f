"""What the README shows is what the program prints.

SCOPECHECK_REWRITE_GOLDEN=1 puts the output into the README anew.
"""

from __future__ import annotations

import os
import re
from pathlib import Path

import pytest

from scopecheck.engine import check_file
from scopecheck.report import render
from scopecheck.report.style import plain
from scopecheck.rules import all_rules

ROOT = Path(__file__).parents[1]
README = ROOT / "README.md"
EXAMPLE = "fixtures/seeds/s0_gan_dense/reuse_left_out.py"


def test_every_rule_is_listed() -> None:
    listed = re.findall(r"^\| SCO.*\|$", README.read_text(encoding="utf-8"), re.MULTILINE)
    rules = [entry.rule for entry in all_rules().values()]
    assert listed == [f"| {rule.code} | {rule.name} | {rule.summary} |" for rule in rules]


def test_the_example_is_real(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    checked = check_file(EXAMPLE)
    shown = "\n".join(plain(line) for line in render("full", checked.result, checked.lines))
    text = README.read_text(encoding="utf-8")
    head, _, rest = text.partition("```text\n")
    _, fence, tail = rest.partition("\n```\n")
    written = f"{head}```text\n{shown}{fence}{tail}"
    if os.environ.get("SCOPECHECK_REWRITE_GOLDEN"):
        README.write_text(written, encoding="utf-8")
        text = written
    assert text == written
