"""SCO102: reuse=True, and the variable was never created.

https://www.tensorflow.org/versions/r1.15/api_docs/python/tf/get_variable
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from scopecheck.rules.build import about_request
from scopecheck.rules.finding import Finding, Label, Severity
from scopecheck.rules.history import created, surrounds
from scopecheck.rules.near_names import How, Near, full_name, nearest
from scopecheck.rules.refusals import refused
from scopecheck.rules.rule import Rule
from scopecheck.rules.wording import listing, place, quoted, reuse_labels, scope_words
from scopecheck.trace import ReuseSource, Site, Trace, VariableRequested

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


def check(trace: Trace) -> Iterator[Finding]:
    """One finding for each look-up of a variable that isn't there."""
    for request in refused(trace, RULE.code):
        near = nearest(trace, request)
        yield about_request(
            RULE,
            request,
            f"the variable {quoted(request.name)} {_absence(near)}, and the scope is in reuse "
            "mode, which only shares what exists",
            related=_labels(request, near),
            help=_near_help(request, near) if near is not None else _help(trace, request),
        )


def _absence(near: Near | None) -> str:
    if near is not None and near.how is How.OTHER_GRAPH:
        return "was not created in this graph"
    if near is not None and near.how is How.OTHER_PATH:
        return "was not created on this path"
    return "was never created"


def _labels(request: VariableRequested, near: Near | None) -> Iterator[Label]:
    yield from reuse_labels(request.scope)
    if near is not None and near.variable.site != request.site:
        same = near.name == request.name
        text = near.how.value if same else f"{quoted(near.name)} was created here"
        yield Label(near.variable.site, f"first created here: {text}" if same else text)


def _near_help(request: VariableRequested, near: Near) -> str:
    source = request.scope.source
    where = f" at {place(source.site, request.site)}" if source is not None else ""
    match near.how:
        case How.OTHER_GRAPH:
            return (
                "each graph has its own variables: build both in the same graph, or call "
                "without reuse in this one and restore a checkpoint"
            )
        case How.OTHER_PATH:
            return "create it on this path too, before reuse is asked for"
        case How.RENUMBERED:
            return (
                "give this layer a name (`name=...`): without one the second call counts on, to "
                f"{quoted(request.name)}, and misses {quoted(near.name)}"
            )
        case How.COUNTED:
            return (
                f"the name counts on, to {quoted(request.name)}: begin to count anew in each "
                f"call, so that it asks for {quoted(near.name)} again"
            )
        case How.SIMILAR:
            return f"ask for {quoted(near.name)}, or open the scope{where} without reuse"
        case How.OTHER_SCOPE:
            scope = scope_words(source.scope if source is not None else "")
            return (
                f"if {quoted(near.name)} is meant, open its scope instead of {scope}; for "
                "a variable of its own, call without reuse first"
            )


_AUTO = "; reuse=tf.AUTO_REUSE there would create what is missing and share the rest"


def _help(trace: Trace, request: VariableRequested) -> str:
    source = request.scope.source
    if source is None:
        return "create the variable first, without reuse"
    where = place(source.site, request.site)
    scopes = [full_name(variable).rpartition("/")[0] for variable in created(trace, request)]
    beside = _beside(trace, request)
    if beside:
        return (
            f"{scope_words(request.name.rpartition('/')[0])} holds {listing(beside)}: ask for one "
            f"of these names, or create {quoted(request.name)} before {where} asks for reuse"
        )
    if any(surrounds(source.scope, scope) for scope in scopes):
        return (
            f"create it with the others in {scope_words(source.scope)}, before {where} asks for "
            f"reuse{'' if trace.before_one else _AUTO}"
        )
    call = _caller(request, source)
    if call is None:
        return f"create it first: nothing exists yet where {where} asks for reuse"
    return (
        f"call without reuse first: nothing exists yet when {where}, reached from the call at "
        f"{place(call, request.site)}, asks to share"
    )


def _beside(trace: Trace, request: VariableRequested) -> list[str]:
    """What is in the scope in which something is only looked up, by name."""
    if request.by != "get_variable" or request.shape is not None:
        return []
    scope = request.name.rpartition("/")[0]
    names = [full_name(variable) for variable in created(trace, request)]
    return [name for name in dict.fromkeys(names) if scope and name.rpartition("/")[0] == scope]


def _caller(request: VariableRequested, source: ReuseSource) -> Site | None:
    """The call of the function in which reuse is decided."""
    inside = (source.site.file, source.site.function)
    for outer, inner in pairwise(request.path):
        if (inner.file, inner.function) == inside:
            return outer
    return None
