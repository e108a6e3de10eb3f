"""SCO106: a new variable without a full shape.

https://www.tensorflow.org/versions/r1.15/api_docs/python/tf/get_variable
"""

from __future__ import annotations

from collections.abc import Iterator

from scopecheck.rules.build import finding
from scopecheck.rules.finding import Finding, Severity
from scopecheck.rules.refusals import refused
from scopecheck.rules.rule import Rule
from scopecheck.rules.wording import quoted
from scopecheck.trace import Trace, VariableRequested
from scopecheck.trace.variables import format_shape

RULE = Rule(
    code="SCO106",
    name="shape-undefined",
    severity=Severity.ERROR,
    summary="A new variable needs a full shape, and none is known.",
    why=(
        "A variable can be looked up without a shape, but not created: every dimension must be "
        "a number. Layers read theirs from the input, whose last dimension must be known when "
        "the graph is built; tf.reshape with a tensor of sizes, tf.shape and placeholders with "
        "None lose it."
    ),
    tensorflow_message=(
        "The initializer passed is not valid. It should be a callable with no arguments and the "
        "shape should not be provided or an instance of `tf.keras.initializers.*' and `shape` "
        "should be fully defined."
    ),
    wrong="""\
import tensorflow as tf

with tf.variable_scope("d"):
    w = tf.get_variable("w", [4, 1])
with tf.variable_scope("d"):
    u = tf.get_variable("u")
""",
    right="""\
import tensorflow as tf

with tf.variable_scope("d"):
    w = tf.get_variable("w", [4, 1])
with tf.variable_scope("d", reuse=True):
    u = tf.get_variable("w")
""",
    cannot_see="Dimensions that the analysis cannot compute: only those TensorFlow leaves open.",
)


def check(trace: Trace) -> Iterator[Finding]:
    """One finding for each creation that lacks a shape."""
    for request in refused(trace, RULE.code):
        # A layer stops before it asks for a variable: the request carries its scope's name.
        variable = None if _by_layer(request) else request.name
        yield finding(RULE, request, _message(request), variable=variable, help=_help(request))


def _by_layer(request: VariableRequested) -> bool:
    return request.by not in ("get_variable", "get_local_variable") and not _without_width(request)


def _without_width(request: VariableRequested) -> bool:
    """Whether it is the size of the output that wasn't given, and all else is known."""
    *inputs, width = request.shape or (None,)
    return width is None and bool(inputs) and all(isinstance(one, int) for one in inputs)


def _without_rank(request: VariableRequested) -> bool:
    return request.error is not None and "its rank is undefined" in request.error.message


def _message(request: VariableRequested) -> str:
    if _without_rank(request):
        return (
            f"`{request.by}` has to know how many dimensions its input has, and that is not "
            "known while the graph is built"
        )
    if _by_layer(request):
        subject = f"`{request.by}` cannot shape {_what(request)}"
        return f"{subject}: the size of its input is not known while the graph is built"
    if request.shape is None:
        return f"the variable {quoted(request.name)} is new, and no shape is given for it"
    shape = format_shape(request.shape)
    return f"the variable {quoted(request.name)} is new, and its shape {shape} is not complete"


def _what(request: VariableRequested) -> str:
    return f"the weights of {quoted(request.name)}" if request.name else "its weights"


def _help(request: VariableRequested) -> str:
    if _without_rank(request):
        return (
            "give the placeholder a shape, as in [None, SIZE], or call x.set_shape([None, SIZE]) "
            "on what has none, such as the result of tf.py_func"
        )
    if _by_layer(request):
        return (
            "give the input a static size before this call: tf.reshape(x, [-1, SIZE]) with a "
            "number, or x.set_shape([None, SIZE])"
        )
    if request.shape is None:
        return (
            "pass shape=[...] here; or, if an existing variable is meant, open the scope with "
            "reuse=True"
        )
    return "pass a number for every dimension"
