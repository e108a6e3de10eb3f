"""Networks that are asked for again as not to be trained, and get what is trained."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from scopecheck.rules.build import finding
from scopecheck.rules.computation import ancestors
from scopecheck.rules.finding import Finding, Label
from scopecheck.rules.losses import Minimised, minimised
from scopecheck.rules.networks import Twice, beside, holds, networks
from scopecheck.rules.rule import Rule
from scopecheck.rules.wording import called, listing, place
from scopecheck.trace import FunctionCalled, Trace

COMPARING = ("Sub", "SquaredDifference", "Loss")


def asked_frozen(trace: Trace) -> Iterator[tuple[Twice, Minimised]]:
    """Pairs of calls on the same variables, the second told that these are not for training.

    A step trains them by the gradient of what holds the two answers against each other, as the
    error of a critic does with the answer of its target.
    """
    steps = minimised(trace)
    for calls in networks(trace) if steps else ():
        asking = [call for call in calls if _says(call, ("False",)) and not call.library]
        for pair in beside(calls) if asking else ():
            if pair.second not in asking or not _says(pair.first, ("True", "None")):
                continue
            if not pair.second.held or holds(pair.first) != holds(pair.second):
                continue
            trains = (one for one in steps if one.trained & holds(pair.second))
            step = next((one for one in trains if _compares(one, pair)), None)
            if step is not None:
                yield pair, step


def _says(call: FunctionCalled, values: Sequence[str]) -> bool:
    """Whether a call is told so of its variables."""
    given = (*call.arguments, *call.defaults)
    return any("trainable" in name.lower() and value in values for name, value in given)


def _compares(one: Minimised, pair: Twice) -> bool:
    """Whether the gradient of a loss flows to both answers, on either side of one operation."""
    first, second = pair.first.results, pair.second.results
    if one.behind.isdisjoint(first) or one.behind.isdisjoint(second):
        return False
    for node in one.behind:
        if node.op in COMPARING:
            parts = [ancestors((part,)) for part in node.inputs]
            held = {(part.isdisjoint(first), part.isdisjoint(second)) for part in parts}
            if {(True, False), (False, True)} <= held:
                return True
    return False


def tell(rule: Rule, pair: Twice, step: Minimised) -> Finding:
    """The finding, at the second call."""
    first, second = pair.first, pair.second
    names = tuple(variable.name.removesuffix(":0") for variable in second.held)
    return finding(
        rule,
        second,
        f"this call of `{called(second)}` asks for variables that are not trained and gets those "
        f"of the call at {place(first.site, second.site)}, {listing(names)}: trainable says "
        "nothing of what is there already, and the two answers are held against each other",
        variable=names[0],
        variables=names,
        related=(
            Label(first.site, "called here first"),
            Label(step.event.site, "this step trains them by both answers"),
        ),
        help="open another tf.variable_scope for the second network, or stop its gradient",
    )
