"""SCO105: a variable is shared with another dtype.

https://www.tensorflow.org/versions/r1.15/api_docs/python/tf/get_variable
"""

from __future__ import annotations

from collections.abc import Iterator

from scopecheck.rules.build import about_request
from scopecheck.rules.finding import Finding, Label, Severity
from scopecheck.rules.refusals import refused
from scopecheck.rules.rule import Rule
from scopecheck.rules.wording import first_label, place, quoted, reuse_labels, second_call
from scopecheck.trace import Trace, VariableRequested

RULE = Rule(
    code="SCO105",
    name="dtype-mismatch",
    severity=Severity.ERROR,
    summary="A variable is shared, and this call needs it in another dtype.",
    why=(
        "A shared variable has the dtype of its first creation. Layers take the dtype of their "
        "input (NumPy's float64 is the usual surprise), and get_variable with a constant "
        "initializer makes a variable of the constant's dtype but compares with the scope's, "
        "float32."
    ),
    tensorflow_message=(
        "Trying to share variable d/w, but specified dtype float64 and found dtype float32."
    ),
    wrong="""\
import tensorflow as tf

with tf.variable_scope("d"):
    w = tf.get_variable("w", [4, 1])
with tf.variable_scope("d", reuse=True):
    same = tf.get_variable("w", [4, 1], dtype=tf.float64)
""",
    right="""\
import tensorflow as tf

with tf.variable_scope("d"):
    w = tf.get_variable("w", [4, 1])
with tf.variable_scope("d", reuse=True):
    same = tf.get_variable("w", [4, 1], dtype=tf.float32)
""",
    cannot_see="Inputs whose dtype depends on data that the analysis does not read.",
)


def check(trace: Trace) -> Iterator[Finding]:
    """One finding for each request that contradicts the variable's dtype."""
    for request in refused(trace, RULE.code):
        found = request.variable.dtype if request.variable is not None else None
        yield about_request(
            RULE,
            request,
            f"the variable {quoted(request.name)} has dtype {found or 'unknown'}, and this call "
            f"asks for it with dtype {request.dtype or 'unknown'}",
            related=_labels(request),
            help=_help(request),
        )


def _labels(request: VariableRequested) -> Iterator[Label]:
    if request.variable is not None:
        label = first_label(request.variable, request.site, request.path)
        yield Label(label.site, f"{label.text}, with dtype {request.variable.dtype}")
    yield from reuse_labels(request.scope)


def _help(request: VariableRequested) -> str | None:
    variable = request.variable
    if variable is None or variable.dtype is None:
        return None
    call = place(second_call(variable, request.path), request.site)
    if request.by == "get_variable":
        return f"pass dtype=tf.{variable.dtype} at {call}"
    return f"cast the input of the call at {call}: tf.cast(x, tf.{variable.dtype})"
