"""SCO901: a file, or a notebook's cell, that cannot be parsed."""

from __future__ import annotations

from scopecheck.rules.finding import Finding, Severity
from scopecheck.rules.rule import Rule
from scopecheck.trace import Site

RULE = Rule(
    code="SCO901",
    name="unreadable",
    severity=Severity.ERROR,
    summary="The file cannot be parsed, neither as Python 3 nor as Python 2.",
    why=(
        "What cannot be parsed cannot be checked, and saying nothing would look like a clean "
        "file. Other files, and the other cells of a notebook, are checked all the same."
    ),
    tensorflow_message=None,
    wrong="""\
import tensorflow as tf

w = tf.get_variable("w", [4, 1]
""",
    right="""\
import tensorflow as tf

w = tf.get_variable("w", [4, 1])
""",
    cannot_see="Syntax that a newer Python than the parser's refuses or allows.",
)


def unreadable(site: Site, reason: str) -> Finding:
    """The finding for one place that the parser stumbled over."""
    return Finding(
        code=RULE.code,
        name=RULE.name,
        severity=RULE.severity,
        message=f"this cannot be parsed: {reason}",
        site=site,
    )
