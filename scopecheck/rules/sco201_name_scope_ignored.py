"""SCO201: get_variable does not take a name_scope's prefix.

https://www.tensorflow.org/versions/r1.15/api_docs/python/tf/name_scope
"""

from __future__ import annotations

from collections.abc import Iterator

from scopecheck.rules.build import about_request, finding
from scopecheck.rules.finding import Finding, Label, Severity
from scopecheck.rules.name_scopes import Ignored, ignored, shared_across
from scopecheck.rules.refusals import refused
from scopecheck.rules.rule import Rule
from scopecheck.rules.wording import first_label, listing, name_scope_labels, place, quoted
from scopecheck.trace import NameScope, Site, Trace, VariableRequested

RULE = Rule(
    code="SCO201",
    name="name-scope-ignored",
    severity=Severity.WARNING,
    summary="A name_scope is to keep variables apart, and get_variable ignores it.",
    why=(
        "tf.name_scope puts its prefix on operations and on tf.Variable, not on get_variable: "
        "only tf.variable_scope does. Two parts of a program that each open their own name_scope "
        "therefore ask for the same variables: TensorFlow stops at the second one (an error), or, "
        "as long as only one asks, the variable just has another name than the code says "
        "(a warning)."
    ),
    tensorflow_message=(
        "Variable w already exists, disallowed. Did you mean to set reuse=True or "
        "reuse=tf.AUTO_REUSE in VarScope?"
    ),
    wrong="""\
import tensorflow as tf

with tf.name_scope("hello"):
    one = tf.get_variable("w", [2, 10])
with tf.variable_scope("hello"):
    other = tf.get_variable("w", [2, 10])
""",
    right="""\
import tensorflow as tf

with tf.variable_scope("hi"):
    one = tf.get_variable("w", [2, 10])
with tf.variable_scope("hello"):
    other = tf.get_variable("w", [2, 10])
""",
    cannot_see=(
        "Towers that share under name scopes are taken to be meant: once a program asks for "
        "reuse, the warning is not given. Nor is it for counters and other variables that are "
        "not trained, whose prefix nothing goes by, nor for a name that begins with the scope's."
    ),
)


def check(trace: Trace) -> Iterator[Finding]:
    """The collisions, then one warning for each name_scope that has no effect."""
    causes = set()
    for request in refused(trace, RULE.code):
        causes |= {scope.site for scope in _scopes(request)}
        yield _collision(request)
    for group in ignored(trace):
        if group.opened.site not in causes:
            yield _warning(group)
    for request in shared_across(trace):
        yield _sharing(request)


def _collision(request: VariableRequested) -> Finding:
    related = list(name_scope_labels(request.name_scopes))
    if request.variable is not None:
        related.insert(0, first_label(request.variable, request.site, request.path))
        related += name_scope_labels(request.variable.name_scopes)
    return about_request(
        RULE,
        request,
        f"get_variable ignores name_scope: {quoted(request.name)} exists already, without the "
        f'prefix "{_prefix(request)}"',
        related=dict.fromkeys(related),
        severity=Severity.ERROR,
        help=_help(request.name_scopes[0], request.site),
    )


def _warning(group: Ignored) -> Finding:
    first = group.requests[0]
    prefix = _prefix(first)
    names = tuple(dict.fromkeys(request.name for request in group.requests))
    others = f" (and {listing(names[1:])})" if len(names) > 1 else ""
    return finding(
        RULE,
        first,
        f'get_variable ignores name_scope "{prefix}": this variable is called '
        f"{quoted(first.name)}{others}, without the prefix",
        variable=first.name,
        variables=names,
        related=name_scope_labels(first.name_scopes),
        help=_help(group.opened, first.site),
    )


def _sharing(request: VariableRequested) -> Finding:
    related: list[Label] = []
    if request.variable is not None:
        related.append(first_label(request.variable, request.site, request.path))
        related += name_scope_labels(request.variable.name_scopes)
    related += name_scope_labels(request.name_scopes)
    return finding(
        RULE,
        request,
        f"get_variable ignores name_scope: {quoted(request.name)} is the same variable under "
        f'"{_prefix(request)}" as under the other name_scope',
        variable=request.name,
        related=dict.fromkeys(related),
        help=_help(request.name_scopes[0], request.site),
    )


def _scopes(request: VariableRequested) -> tuple[NameScope, ...]:
    made = request.variable.name_scopes if request.variable is not None else ()
    return (*request.name_scopes, *made)


def _prefix(request: VariableRequested) -> str:
    return "/".join(scope.name.strip("/") for scope in request.name_scopes)


def _help(scope: NameScope, here: Site) -> str:
    return (
        f'open tf.variable_scope("{scope.name.strip("/")}") instead of tf.name_scope at '
        f"{place(scope.site, here)}: get_variable takes its prefix"
    )
