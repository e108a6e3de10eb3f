"""Shapes, tensors and variables as TensorFlow's messages print them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from scopecheck.models import naming
from scopecheck.models.numpy.array import NumpyType
from scopecheck.models.tensors import UNSEEN, Dim, Dims, Tensor, Unseen
from scopecheck.symbolic.decisions import needed
from scopecheck.symbolic.text import represent
from scopecheck.symbolic.values import BuiltinType, DictRef, ListRef, Value

if TYPE_CHECKING:
    from scopecheck.models.store.variables import VariableTensor
    from scopecheck.symbolic.machine import Machine


def size_text(m: Machine, size: Dim) -> str:
    """A dimension: ``?`` in TensorFlow 1's shapes, ``None`` in TensorFlow 2's."""
    if isinstance(size, Unseen):
        return "…"
    if size is None:
        return "None" if m.world.tensorshape_v2 else "?"
    return str(size)


def shape_text(m: Machine, dims: Dims) -> str:
    """``(2, 3)``, ``(?,)`` or ``<unknown>``; ``…`` for what the analysis can't tell.

    Source: tensorflow/python/framework/tensor_shape.py, ``TensorShape.__str__``.
    """
    if not isinstance(dims, tuple):
        return "<unknown>" if dims is None else "…"
    if len(dims) == 1:
        return f"({size_text(m, dims[0])},)"
    return "(" + ", ".join(size_text(m, size) for size in dims) + ")"


def tensor_text(m: Machine, tensor: Tensor) -> str:
    """``Tensor("Sum:0", shape=(), dtype=float32)``.

    Source: tensorflow/python/framework/ops.py, ``Tensor.__str__``.
    """
    name = "…" if tensor.name is None else naming.shown(tensor.name)
    shape = "" if tensor.shape is None else f", shape={shape_text(m, tensor.shape)}"
    if tensor.shape is UNSEEN:
        shape = "…"
    return f'Tensor("{name}:0"{shape}, dtype={tensor.dtype or "…"})'


def variable_text(m: Machine, variable: VariableTensor) -> str:
    """``<tf.Variable 'w:0' shape=(2,) dtype=float32_ref>``.

    Source: tensorflow/python/ops/variables.py, ``Variable.__repr__``.
    """
    dtype = (variable.dtype or "…") + ("_ref" if variable.kind == "ref" else "")
    if variable.graph is not None and variable.graph < 0:
        dtype += ", numpy=…"
    shape = shape_text(m, variable.shape)
    return f"<tf.Variable '{naming.shown(variable.name or '…')}:0' shape={shape} dtype={dtype}>"


def tensor_class(m: Machine) -> str:
    """The name of the class of a graph's tensors."""
    return "Tensor" if m.world.tensorflow == "1.15" else "SymbolicTensor"


def value_text(m: Machine, value: Value) -> str:
    """A tensor, a plain Python value, or ``…``."""
    if isinstance(value, Tensor):
        return tensor_text(m, value)
    return str(value) if value is None or isinstance(value, (str, int, float)) else "…"


def represented(m: Machine, value: Value) -> str:
    """A Python value as ``repr`` shows it."""
    return naming.shown(naming.encode(m, represent(m, value)) or "…")


def type_text(m: Machine, value: Value) -> str | None:
    """``<class 'float'>`` of what was given as a dtype and is none; None where that isn't known."""
    value = needed(m, value)
    if isinstance(value, BuiltinType):
        return f"<class '{value.type.__name__}'>"
    if isinstance(value, NumpyType):
        return f"<class 'numpy.{value.name}'>"
    return value if isinstance(value, str) else None


def no_attribute(m: Machine, value: Value, attribute: str) -> str | None:
    """What Python says of an attribute that text or a type given as a dtype doesn't have."""
    shown = type_text(m, value)
    if shown is None:
        return None
    kind = f"type object '{shown[8:-2]}'" if shown.startswith("<class") else "'str' object"
    return f"{kind} has no attribute '{attribute}'"


def type_name(value: Value) -> str | None:
    """The type of a plain Python value as messages name it; None for anything else."""
    if value is None or isinstance(value, (bool, int, float, complex, str, bytes, tuple)):
        return type(value).__name__
    kinds = {ListRef: "list", DictRef: "dict"}
    return kinds.get(type(value))
