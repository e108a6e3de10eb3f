"""SCO903: a suppression comment that suppresses nothing."""

from __future__ import annotations

from scopecheck.rules.finding import Finding, Severity
from scopecheck.rules.rule import Rule
from scopecheck.trace import Site

RULE = Rule(
    code="SCO903",
    name="unused-suppression",
    severity=Severity.WARNING,
    summary="A suppression comment that suppresses nothing.",
    why=(
        "A comment that outlives the problem it was written for hides the next one that comes "
        "to its line. A bare `# noqa` and other tools' codes are left alone."
    ),
    tensorflow_message=None,
    wrong="""\
import tensorflow as tf

w = tf.get_variable("w", [4, 1])  # scopecheck: ignore[SCO101] shared on purpose
""",
    right="""\
import tensorflow as tf

w = tf.get_variable("w", [4, 1])
""",
    cannot_see="Comments for rules that this run was told to ignore.",
)


def unused_suppression(site: Site, codes: tuple[str, ...]) -> Finding:
    """The finding for one comment; ``codes`` are those that it names in vain."""
    named = " or ".join(codes)
    return Finding(
        code=RULE.code,
        name=RULE.name,
        severity=RULE.severity,
        message=f"nothing here needs this comment: no {named or 'finding'} is reported",
        site=site,
        help="remove the comment",
    )
