"""The format for people: what happens, where, how the program gets there, what to change."""

from __future__ import annotations

from collections.abc import Iterator

from scopecheck.report.columns import spread
from scopecheck.report.details import details
from scopecheck.report.frames import LIMIT, Gutter, Mark, frames, gutter
from scopecheck.report.result import Lines, Result
from scopecheck.report.style import Line, Piece, line
from scopecheck.rules.finding import Finding, Severity


def render(result: Result, lines: Lines) -> Iterator[Line]:
    """The findings, the notes, and a line that counts them."""
    for finding in (*result.findings, *result.notes):
        yield from _finding(finding, lines)
        yield ()
    yield line(Piece(summary(result), "strong"))


def summary(result: Result) -> str:
    """``Found 2 errors and 1 warning in 3 files.``"""
    files = _counted(result.files, "file")
    errors, warnings = result.count(Severity.ERROR), result.count(Severity.WARNING)
    counts = [
        _counted(count, word) for count, word in ((errors, "error"), (warnings, "warning")) if count
    ]
    none = f"No {'new ' if result.known else ''}variable-sharing problems found"
    found = f"Found {' and '.join(counts)}" if counts else none
    return f"{found} in {files}.{''.join([*_gaps(result), *_more(result)])}"


def _more(result: Result) -> Iterator[str]:
    """Where the rules that spoke are explained."""
    codes = {finding.code for finding in result.findings}
    if len(codes) == 1:
        yield f" `scopecheck rule {codes.pop()}` explains it."
    elif codes:
        yield " `scopecheck rule CODE` explains a rule."


def _gaps(result: Result) -> Iterator[str]:
    """What the report leaves out, so that silence is not taken for certainty."""
    if result.fixed:
        yield f" {_counted(result.fixed, 'finding')} fixed."
    if result.known:
        verb = "is" if result.known == 1 else "are"
        yield f" {_counted(result.known, 'known finding')} {verb} in the baseline."
    if result.failures:
        failed = len({failure.file for failure in result.failures})
        yield f" {_counted(failed, 'path')} could not be checked."
    hidden = result.undecided - len(result.notes)
    if hidden > 0:
        verb = "was" if hidden == 1 else "were"
        yield f" {_counted(hidden, 'place')} {verb} left undecided (--verbose shows them)."


def _counted(count: int, word: str) -> str:
    return f"{count} {word}" if count == 1 else f"{count} {word}s"


def _finding(finding: Finding, lines: Lines) -> Iterator[Line]:
    severity = finding.severity.value
    yield line(
        Piece(f"{severity}[{finding.code}]", severity), Piece(f": {finding.message}", "strong")
    )
    marks = [Mark(finding.site, "", primary=True)]
    marks += [Mark(label.site, label.text, primary=False) for label in finding.related]
    margin = gutter([mark.site for mark in marks])
    yield from frames(marks, lines, margin, severity)
    for name, text in details(finding):
        yield _note(margin, name, text)
    if finding.path:
        yield from _call_path(finding, lines, margin)


def _note(margin: Gutter, name: str, text: str) -> Line:
    style = "help" if name == "help" else "strong"
    return line(Piece(" " * margin.width + " = ", "frame"), Piece(f"{name}: ", style), text)


def _call_path(finding: Finding, lines: Lines, margin: Gutter) -> Iterator[Line]:
    """The calls that lead to the finding's line, outermost first."""
    yield _note(margin, "how the program gets here", "")
    for number, step in enumerate(finding.path, start=1):
        source = lines(step.site)
        text = source[step.site.line - 1] if step.site.line <= len(source) else ""
        shown = spread(text.strip()[:LIMIT])[0]
        yield line(
            " " * (margin.width + 5),
            Piece(f"{number}. ", "frame"),
            f"{step.site.where()} in {step.site.function}",
            Piece("" if step.text == "called here" else f" ({step.text})", "label"),
        )
        yield line(" " * (margin.width + 8), Piece(shown, "code"))
