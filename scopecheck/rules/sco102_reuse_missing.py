"""SCO102: reuse=True, and the variable was never created.

https://www.tensorflow.org/versions/r1.15/api_docs/python/tf/get_variable
"""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterator

from scopecheck.rules.build import about_request
from scopecheck.rules.finding import Finding, Label, Severity
from scopecheck.rules.history import created
from scopecheck.rules.refusals import refused
from scopecheck.rules.rule import Rule
from scopecheck.rules.wording import place, quoted, reuse_labels
from scopecheck.trace import Trace, Variable, VariableRequested

RULE = Rule(
    code="SCO102",
    name="reuse-missing",
    severity=Severity.ERROR,
    summary="A scope that only shares is asked for a variable that was never created.",
    why=(
        "Under reuse=True get_variable never makes a variable: it returns the one with exactly "
        "this full name, or stops. The name differs from the one that was created if the scope "
        "around it is another, if a layer without name= got the next number (dense_1 for dense), "
        "or if the call with reuse=True simply comes first."
    ),
    tensorflow_message=(
        "Variable d/u does not exist, or was not created with tf.get_variable(). Did you mean "
        "to set reuse=tf.AUTO_REUSE in VarScope?"
    ),
    wrong="""\
import tensorflow as tf

with tf.variable_scope("d"):
    w = tf.get_variable("w", [4, 1])
with tf.variable_scope("d", reuse=True):
    u = tf.get_variable("u", [4, 1])
""",
    right="""\
import tensorflow as tf

with tf.variable_scope("d"):
    w = tf.get_variable("w", [4, 1])
with tf.variable_scope("d", reuse=True):
    same = tf.get_variable("w", [4, 1])
with tf.variable_scope("d"):
    u = tf.get_variable("u", [4, 1])
""",
    cannot_see=(
        "A function that no entry reaches and that only reads a scope with reuse=True: its "
        "caller may have made the variables."
    ),
)

_NUMBERED = re.compile(r"(.+)_\d+")


def check(trace: Trace) -> Iterator[Finding]:
    """One finding for each look-up of a variable that isn't there."""
    for request in refused(trace, RULE.code):
        meant = _meant(trace, request)
        yield about_request(
            RULE,
            request,
            f"the variable {quoted(request.name)} was never created, and the scope is in reuse "
            "mode, which only shares what exists",
            related=_labels(request, meant),
            help=_help(request, meant),
        )


def _labels(request: VariableRequested, meant: Variable | None) -> Iterator[Label]:
    yield from reuse_labels(request.scope)
    if meant is not None and meant.site != request.site:
        yield Label(meant.site, f"the nearest name, {quoted(_name(meant))}, was created here")


def _help(request: VariableRequested, meant: Variable | None) -> str:
    if meant is not None and _is_renumbered(request, meant):
        return (
            f"give the layer at {place(request.site)} a name (`name=...`): without one the "
            f"second call counts on, to {quoted(request.name)}, and misses {quoted(_name(meant))}"
        )
    source = request.scope.source
    if source is None or source.kind != "argument":
        return "create the variable before the scope is switched to reuse"
    where = place(source.site)
    if meant is not None:
        return f"ask for {quoted(_name(meant))}, or open the scope at {where} without reuse=True"
    return (
        f"call the code that creates it first, or open the scope at {where} without reuse=True "
        "(reuse=tf.AUTO_REUSE creates what is missing and shares the rest)"
    )


def _meant(trace: Trace, request: VariableRequested) -> Variable | None:
    """The variable that was probably meant: the same line made it, or the name is close."""
    made = created(trace, request)
    for variable in made:
        if variable.site == request.site and _is_renumbered(request, variable):
            return variable
    by_name = {_name(variable): variable for variable in made}
    close = difflib.get_close_matches(request.name, by_name, n=1, cutoff=0.85)
    return by_name[close[0]] if close else None


def _is_renumbered(request: VariableRequested, variable: Variable) -> bool:
    """Do the two names differ by a layer's number only?"""
    asked, made = request.name.split("/"), _name(variable).split("/")
    return (
        request.by != "get_variable"
        and len(asked) == len(made)
        and asked != made
        and all(_base(one) == _base(other) for one, other in zip(asked, made, strict=True))
    )


def _base(part: str) -> str:
    numbered = _NUMBERED.fullmatch(part)
    return numbered[1] if numbered else part


def _name(variable: Variable) -> str:
    return variable.key or variable.name.removesuffix(":0")
