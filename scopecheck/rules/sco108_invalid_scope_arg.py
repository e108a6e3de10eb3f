"""SCO108: arguments that variable_scope or get_variable refuses.

https://www.tensorflow.org/versions/r1.15/api_docs/python/tf/variable_scope
"""

from __future__ import annotations

from collections.abc import Iterator

from scopecheck.rules.build import about_request, finding
from scopecheck.rules.finding import Finding, Severity
from scopecheck.rules.refusals import refused, variables_of_templates
from scopecheck.rules.rule import Rule
from scopecheck.trace import ArgumentRefused, Trace

RULE = Rule(
    code="SCO108",
    name="invalid-scope-arg",
    severity=Severity.ERROR,
    summary="variable_scope or get_variable does not take these arguments.",
    why=(
        "variable_scope takes True, False, None or tf.AUTO_REUSE for reuse, nothing that is "
        "merely true, such as 1; default_name always makes a new scope, so it cannot be "
        "combined with reuse; names consist of letters, digits and . _ - /; and a constant "
        "initializer brings its own shape."
    ),
    tensorflow_message="The reuse parameter must be True or False or None.",
    wrong="""\
import tensorflow as tf

with tf.variable_scope("d", reuse=1):
    w = tf.get_variable("w", [4, 1])
""",
    right="""\
import tensorflow as tf

with tf.variable_scope("d", reuse=tf.AUTO_REUSE):
    w = tf.get_variable("w", [4, 1])
""",
    cannot_see="Arguments whose value the analysis cannot compute.",
)

_IDENTIFIER = "interpret initializer identifier"
_HELP = (
    (
        "The reuse parameter must be",
        "pass reuse=True, False, None or tf.AUTO_REUSE: bool(...) turns a number into one of them",
    ),
    (
        "cannot be used without a name_or_scope",
        "to share, the scope needs a name as its first argument, and no default_name: "
        'variable_scope("name", reuse=True); a layer that is told to reuse needs scope="name"',
    ),
    ("name_or_scope is required", "give the scope a name as its first argument"),
    (
        "must be a string or VariableScope",
        "give the scope a string, or the scope object that "
        "`with tf.variable_scope(...) as scope` gave you",
    ),
    ("You likely meant to pass this into the `values` kwarg", "write values= before it"),
    ("is not a valid", "use letters, digits and . _ - / only in the name"),
    ("do not specify shape", "leave the shape out, or pass tf.constant_initializer(value)"),
    (_IDENTIFIER, "pass a function that makes the values: tf.constant_initializer(value)"),
    ("Ambiguous dimension", "make it a whole number: `//` instead of `/`, or int(...)"),
    ("Dimension value must be integer", "make it a whole number: `//` instead of `/`, or int(...)"),
    ("explicit dtype", "let dtype agree with the initial value, or leave it out"),
    (
        "unexpected keyword argument 'reuse'",
        "reuse belongs to the scope: `with tf.variable_scope(..., reuse=True):` around this call",
    ),
    ("clear nested graphs", "call tf.reset_default_graph() outside every `with`"),
)


FUNCTIONS = frozenset(
    (
        "variable_scope",
        "variable_scope.__init__",
        "__init__",
        "variable_op_scope",
        "name_scope",
        "get_variable",
        "get_local_variable",
        "make_template",
    )
)
"""The functions this rule is about; TensorFlow refuses many another call for other reasons."""


def check(trace: Trace) -> Iterator[Finding]:
    """One finding for each call whose arguments are refused."""
    told = [event for event, _ in variables_of_templates(trace)]
    for event in trace.of(ArgumentRefused):
        if not event.handled and event not in told and _is_about(event):
            said = event.error.message
            yield finding(
                RULE,
                event,
                _message(event.function, said),
                variable=None if event.function.endswith("scope") else event.name,
                help=_help(said),
            )
    for request in refused(trace, RULE.code):
        said = request.error.message if request.error is not None else ""
        yield about_request(RULE, request, _message(request.by, said), help=_help(said))


def _is_about(event: ArgumentRefused) -> bool:
    """Whether a scope or a variable is refused, or what a layer would make one of."""
    layers = event.function.startswith(("tf.layers.", "tf.keras.layers."))
    initial = layers and _IDENTIFIER in event.error.message
    return initial or event.function.removeprefix("tf.") in FUNCTIONS


def _message(function: str, said: str) -> str:
    reason = said.split("\n", 1)[0].rstrip(".")
    return f"`{function}` refuses these arguments" + (f": {reason}" if reason else "")


def _help(said: str) -> str | None:
    return next((advice for words, advice in _HELP if words in said), None)
