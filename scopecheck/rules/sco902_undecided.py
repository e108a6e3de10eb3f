"""SCO902: what the analysis could not decide; shown on request, and no finding."""

from __future__ import annotations

from collections.abc import Iterator

from scopecheck.rules.build import finding
from scopecheck.rules.finding import Finding, Label, Severity
from scopecheck.rules.rule import Rule
from scopecheck.trace import Site, Trace, Undecided

RULE = Rule(
    code="SCO902",
    name="undecided",
    severity=Severity.NOTE,
    summary="Something the analysis could not decide (shown with --verbose).",
    why=(
        "The analysis never guesses. Where a call, a value or a loop is beyond it, it goes on "
        "with less knowledge, reports nothing that rests on it, and notes the place, so that "
        "silence can be told from a clean bill."
    ),
    tensorflow_message=None,
    wrong="""\
import tensorflow as tf

exec(open("network.py").read())
w = tf.get_variable("w", [4, 1])
""",
    right="""\
import tensorflow as tf

w = tf.get_variable("w", [4, 1])
""",
    cannot_see="Nothing: every such place is noted, those of one cause together.",
)


MOST_RELATED = 4


def check(trace: Trace) -> Iterator[Finding]:
    """One note for each place and reason; one for each reason in a function on its own, whose
    parameters and outer scopes nobody gives.
    """
    alike: dict[tuple[str, Site | None], list[Undecided]] = {}
    for event in trace.of(Undecided):
        alike.setdefault((event.reason, event.site if trace.closed else None), []).append(event)
    for first, *rest in alike.values():
        others = " and others" if any(one.what != first.what for one in rest) else ""
        places = dict.fromkeys(one.site for one in rest if one.site != first.site)
        yield finding(
            RULE,
            first,
            f"not decided: {first.what}{others}: {first.reason}",
            related=[Label(place, "here too") for place in list(places)[:MOST_RELATED]],
        )
