"""A rule's documentation, as text for a terminal."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Iterator

from scopecheck.report.style import Line, Piece, line
from scopecheck.rules.rule import Rule


def explain(rule: Rule) -> Iterator[Line]:
    """Everything about one rule."""
    severity = rule.severity.value
    yield line(Piece(f"{rule.code} {rule.name}", "strong"), " ", Piece(f"({severity})", severity))
    yield ()
    yield line(rule.summary)
    yield ()
    yield from _wrapped(rule.why)
    if rule.tensorflow_message is not None:
        yield ()
        yield line(Piece("TensorFlow says", "strong"))
        yield from _wrapped(rule.tensorflow_message, indent="    ")
    yield from _program("Wrong", rule.wrong)
    yield from _program("Right", rule.right)
    yield ()
    yield line(Piece("Not found by this rule", "strong"))
    yield from _wrapped(rule.cannot_see)


def overview(rules: Iterable[Rule]) -> Iterator[Line]:
    """One line for each rule."""
    listed = list(rules)
    size = max(len(rule.name) for rule in listed)
    for rule in listed:
        severity = rule.severity.value
        yield line(
            Piece(rule.code, "strong"),
            f"  {rule.name.ljust(size)}  ",
            Piece(severity.ljust(7), severity),
            f"  {rule.summary}",
        )


def _program(title: str, text: str) -> Iterator[Line]:
    yield ()
    yield line(Piece(title, "strong"))
    for code in text.rstrip("\n").split("\n"):
        yield line(Piece(f"    {code}" if code else "", "code"))


def _wrapped(text: str, indent: str = "") -> Iterator[Line]:
    for wrapped in textwrap.wrap(text, 88, initial_indent=indent, subsequent_indent=indent):
        yield line(wrapped)
