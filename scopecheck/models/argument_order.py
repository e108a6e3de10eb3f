"""Arguments whose order or names TensorFlow 1.0 changed: each epoch refuses the other's.

Both were asked, 0.12 and 1.15: ``tf.concat(1, [a, b])`` against ``tf.concat([a, b], 1)``,
``tf.split(0, 2, x)`` against ``tf.split(x, 2, 0)``, cross entropies without keywords,
``nce_loss(weights, biases, inputs, labels)`` against ``(weights, biases, labels, inputs)``.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from scopecheck.models.before_one import refused, used
from scopecheck.models.messages import shape_text
from scopecheck.models.ops.arguments import Given, dtype_of, shape_of
from scopecheck.models.tensors import Tensor
from scopecheck.symbolic.values import ListRef, Unknown, Value

if TYPE_CHECKING:
    from scopecheck.symbolic.machine import Machine

INDICES = (None, "int32", "int64")
NAMES = {
    ("concat", True): ("axis",),
    ("concat", False): ("concat_dim",),
    ("split", True): ("num_or_size_splits", "axis"),
    ("split", False): ("split_dim", "num_split"),
    ("sigmoid_cross_entropy_with_logits", True): ("labels",),
    ("sigmoid_cross_entropy_with_logits", False): ("targets",),
}
"""The parameters that only the other epoch has: before 1.0 (True), and since."""


def check_names(m: Machine, function: str, g: Given) -> None:
    """Refuses a keyword that only the other epoch's function has."""
    for name in NAMES.get((function, m.world.before_one), ()):
        if g.named(name):
            message = f"{function}() got an unexpected keyword argument '{name}'"
            raise refused(m, _shown(function), "TypeError", message)


def check_order(m: Machine, function: str, tensors: Value, axis: Value, g: Given) -> None:
    """Refuses a number where the tensors stand, and tensors where the axis stands."""
    check_names(m, function, g)
    if _is_number(tensors) or _are_tensors(m, axis):
        raise refused(m, _shown(function), *_refusal(m, function, axis))
    if m.world.before_one and _is_number(axis):
        used(m)


def _shown(function: str) -> str:
    return f"tf.nn.{function}" if function.endswith("_logits") else f"tf.{function}"


def _is_number(value: Value) -> bool:
    if isinstance(value, Unknown):
        return value.kind == "int"
    return isinstance(value, int) and not isinstance(value, bool)


def _are_tensors(m: Machine, value: Value) -> bool:
    """Whether a value is a list or a tensor that can be no axis."""
    if isinstance(value, Tensor):
        dims = shape_of(m, value)
        return dtype_of(m, value) not in INDICES or (isinstance(dims, tuple) and len(dims) > 0)
    return isinstance(value, (ListRef, tuple))


def _refusal(m: Machine, function: str, axis: Value) -> tuple[str, str]:
    """The type of the exception, and its message as far as it is modelled."""
    dtype = dtype_of(m, axis)
    if function == "split":
        if dtype in INDICES:
            return "ValueError", "…"
        words = "that does not match expected type of int32."
        return "TypeError", f"Input 'split_dim' of 'Split' Op has type {dtype} {words}"
    if m.world.before_one:
        return ("ValueError" if dtype in INDICES else "TypeError"), "…"
    if isinstance(axis, Tensor) and dtype not in INDICES:
        words = f"for Tensor with dtype {dtype}: …"
        return "ValueError", f"Tensor conversion requested dtype int32 {words}"
    return "ValueError", f"Shape {shape_text(m, shape_of(m, axis))} must have rank 0"


def check_sampled(m: Machine, function: str, g: Given) -> None:
    """Refuses integers as the inputs of a sampled loss: they are the labels of the other epoch."""
    inputs, labels = dtype_of(m, g("inputs")), dtype_of(m, g("labels"))
    if inputs in ("int32", "int64") and labels is not None and labels.startswith("float"):
        error = ("ValueError", "…")
        if m.world.before_one:
            words = f"has type float32 that does not match type {inputs} of argument 'x'."
            error = ("TypeError", f"Input 'y' of 'Mul' Op {words}")
        raise refused(m, f"tf.nn.{function}", *error)
    if m.world.before_one and inputs is not None and not g.named("inputs"):
        used(m)


def check_keywords(m: Machine, function: str, g: Given) -> None:
    """Refuses cross entropies without keywords, as TensorFlow 1 does from 1.0 on."""
    check_names(m, function, g)
    if m.world.before_one and not g.named("logits"):
        used(m)
    first = g("_sentinel")
    if m.world.tensorflow == "1.15" and first is not None and not isinstance(first, Unknown):
        message = f"Only call `{function}` with named arguments (labels=..., logits=..., ...)"
        raise refused(m, _shown(function), "ValueError", message)
