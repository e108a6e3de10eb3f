"""SCO903: remove a comment, or the codes in it, that suppress nothing."""

from __future__ import annotations

import re
from collections.abc import Iterator

from scopecheck.fixes.program import Program
from scopecheck.fixes.proposal import Proposal
from scopecheck.rules.finding import Finding
from scopecheck.source.model import LINE_END

_CODE = re.compile(r"\b[A-Z]+\d+", re.IGNORECASE)


def propose(finding: Finding, program: Program) -> Iterator[Proposal]:
    """Works on the text alone, so that Python 2 is no hindrance."""
    site = finding.site
    source = program.source(site.file)
    if source is None or site.cell is not None:
        return
    starts = [0, *(match.end() for match in LINE_END.finditer(source.text))]
    line = starts[site.line - 1]
    start, end = line + site.column - 1, line + site.end_column - 1
    comment = source.text[start:end]
    named = _CODE.findall(comment)
    idle = set(_CODE.findall(finding.message))
    kept = [code for code in named if code.upper() not in idle]
    if idle and kept:
        text = source.text[:start] + _with_codes(comment, kept) + source.text[end:]
        yield Proposal("name only the codes that are needed", True, {site.file: text})
    else:
        yield Proposal("remove the comment", True, {site.file: _without(source.text, start)})


def _with_codes(comment: str, codes: list[str]) -> str:
    first, *_, last = [*_CODE.finditer(comment), *_CODE.finditer(comment)]
    return comment[: first.start()] + ", ".join(codes) + comment[last.end() :]


def _without(text: str, start: int) -> str:
    """The text without the rest of the line from here, or without the line if it has no more.

    The words after the comment's codes are its reason, and go with it; another comment that
    follows on the same line stays.
    """
    match = LINE_END.search(text, start)
    end, after = (match.start(), match.end()) if match else (len(text), len(text))
    another = text.find("#", start + 1, end)
    if another >= 0:
        return text[:start] + text[another:]
    begin = max(text.rfind("\n", 0, start), text.rfind("\r", 0, start)) + 1
    before = text[begin:start]
    if not before.strip():
        return text[:begin] + text[after:]
    return text[:begin] + before.rstrip() + text[end:]
