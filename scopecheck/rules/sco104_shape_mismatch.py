"""SCO104: a variable is shared with another shape.

https://www.tensorflow.org/versions/r1.15/api_docs/python/tf/get_variable
"""

from __future__ import annotations

from collections.abc import Iterator

from scopecheck.rules.build import about_request
from scopecheck.rules.finding import Finding, Label, Severity
from scopecheck.rules.refusals import refused
from scopecheck.rules.rule import Rule
from scopecheck.rules.wording import first_label, place, quoted, reuse_labels, second_call
from scopecheck.trace import Shape, Trace, VariableRequested
from scopecheck.trace.variables import format_shape

RULE = Rule(
    code="SCO104",
    name="shape-mismatch",
    severity=Severity.ERROR,
    summary="A variable is shared, and this call needs it in another shape.",
    why=(
        "A shared variable has the shape of its first creation. A layer computes the shape of "
        "its weights from its input, so a network that is called twice must get inputs that "
        "agree in everything but the batch: the usual cause is a label or a channel that only "
        "one of the calls appends."
    ),
    tensorflow_message=(
        "Trying to share variable d/w, but specified shape (6, 1) and found shape (4, 1)."
    ),
    wrong="""\
import tensorflow as tf


def discriminator(image, reuse=None):
    with tf.variable_scope("d", reuse=reuse):
        w = tf.get_variable("w", [int(image.shape[1]), 1])
        return tf.matmul(image, w)


real = discriminator(tf.placeholder(tf.float32, [None, 4]))
fake = discriminator(tf.random_normal([8, 6]), reuse=True)
""",
    right="""\
import tensorflow as tf


def discriminator(image, reuse=None):
    with tf.variable_scope("d", reuse=reuse):
        w = tf.get_variable("w", [int(image.shape[1]), 1])
        return tf.matmul(image, w)


real = discriminator(tf.placeholder(tf.float32, [None, 4]))
fake = discriminator(tf.random_normal([8, 4]), reuse=True)
""",
    cannot_see="Shapes that depend on data or on sizes that the analysis cannot compute.",
)


Dimensions = tuple[int | None, ...]


def check(trace: Trace) -> Iterator[Finding]:
    """One finding for each request that contradicts the variable's shape."""
    for request in refused(trace, RULE.code):
        found = request.variable
        shape = format_shape(found.shape) if found is not None else "another shape"
        yield about_request(
            RULE,
            request,
            f"the variable {quoted(request.name)} has shape {shape}, and this call asks for it "
            f"with shape {format_shape(request.shape)}",
            related=_labels(request),
            help=_help(request),
        )


def _labels(request: VariableRequested) -> Iterator[Label]:
    if request.variable is not None:
        label = first_label(request.variable, request.site, request.path)
        shape = format_shape(request.variable.shape)
        yield Label(label.site, f"{label.text}, with shape {shape}")
    yield from reuse_labels(request.scope)


def _help(request: VariableRequested) -> str | None:
    if request.variable is None:
        return None
    call = place(second_call(request.variable, request.path), request.site)
    if request.by == "get_variable":
        return (
            f"let the call at {call} ask for {format_shape(request.variable.shape)} too (if the "
            "shape is computed from an input, give it an input of the same size), or give the "
            "variable a scope or name of its own"
        )
    own, other = _sizes(request.by, request.shape, request.variable.shape)
    if own is None or own == other:
        return (
            f"give the call at {call} an input of the same size as the first call's: the input "
            "decides the shape of the weights"
        )
    if own[:-1] == other[:-1]:
        return (
            f"let the call at {call} make a layer of the same size as the first call's "
            f"({other[-1]} instead of {own[-1]}), or give the layer a scope or name of its own"
        )
    return (
        "these are two layers of different sizes under one name: give the one that the call at "
        f"{call} makes a scope or name of its own"
    )


def _sizes(by: str, asked: Shape, found: Shape) -> tuple[Dimensions | None, Dimensions]:
    """The two shapes with the layer's own size last; None where only an input decides them."""
    if asked is None or found is None or len(asked) != len(found) or "norm" in by.lower():
        return None, ()
    turned = "transpose" in by and len(asked) > 2  # ..., filters, channels of the input
    own, other = ((*one[:-2], one[-1], one[-2]) if turned else tuple(one) for one in (asked, found))
    return (None, ()) if own[-1] == other[-1] else (own, other)
