"""``isinstance`` of TensorFlow's objects and TensorFlow's classes.

Source: the classes' bases in tensorflow/python/layers/*.py, framework/ops.py and
ops/variables.py.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from scopecheck.models.names import canonical
from scopecheck.symbolic.values import BuiltinType, ClassRef, Extern, Instance, Value

if TYPE_CHECKING:
    from scopecheck.symbolic.calls import Arguments
    from scopecheck.symbolic.machine import Machine

TENSOR = frozenset({"tf.Tensor"})
VARIABLE = frozenset({"tf.Variable", "tf.VariableV2"})
SCOPE = frozenset({"tf.VariableScope"})
_OTHERS = frozenset(
    "tf.Tensor tf.Variable tf.SparseTensor tf.IndexedSlices tf.Operation tf.TensorShape "
    "tf.Graph tf.Session tf.DType tf.Dimension tf.VariableScope".split()
)
_FAMILIES = ("tf.layers.", "tf.keras.layers.", "tf.train.")
_DATA = TENSOR | VARIABLE
_ROOMS = ("collections", "collections.abc", "typing")
_NEVER = frozenset(
    "Callable Generator Iterator Mapping MutableMapping MutableSequence MutableSet Sequence "
    "Set".split()
)
"""Kinds of collections that no tensor and no variable is: they can be iterated over alone."""


def is_instance(m: Machine, names: frozenset[str], kind: Value) -> Value:
    """Whether an object with these classes, by their full names, is one of another class."""
    if isinstance(kind, (BuiltinType, ClassRef)):
        return isinstance(kind, BuiltinType) and kind.type is object
    if not isinstance(kind, Extern):
        return m.unknown("isinstance(…)", kind="bool")
    known = _belongs(names, canonical(kind.name))
    if known is None and names & _DATA:
        room, _, last = kind.name.rpartition(".")
        if room == "numbers" or (room in _ROOMS and last in _NEVER):
            return False
        known = True if room in _ROOMS and last == "Iterable" else None
    return m.unknown("isinstance(…)", kind="bool") if known is None else known


def _belongs(names: frozenset[str], asked: str) -> bool | None:
    if asked in names:
        return True
    return False if asked in _OTHERS or asked.startswith(_FAMILIES) else None


def is_subclass(name: str, other: str) -> bool | None:
    """Whether a class of TensorFlow's inherits another; None where that isn't modelled."""
    if name == other:
        return True
    last = name.rsplit(".", 1)[-1]
    if not last[:1].isupper():
        return False  # a function, no class
    if name.startswith("tf.errors."):
        return other == "tf.errors.OpError"
    return _belongs(layer_classes(last), other) if name == f"tf.layers.{last}" else None


def layer_classes(name: str) -> frozenset[str]:
    """The classes of a layer of ``tf.layers``: its own and Keras's of that name, and bases."""
    own = {f"{room}.{one}" for one in (name, "Layer") for room in ("tf.layers", "tf.keras.layers")}
    if name in ("Conv2DTranspose", "Conv3DTranspose"):
        own.add(f"tf.keras.layers.{name.removesuffix('Transpose')}")
    return frozenset(own)


def of_base(name: str, args: Arguments) -> str | None:
    """Which method ``Base.method(self, ...)`` calls, on an object of a class derived from Base."""
    owner, _, method = name.rpartition(".")
    receiver = args.args[0] if args.args else None
    if not isinstance(receiver, Instance):
        return None
    bases = (one.name for one in receiver.cls.mro if isinstance(one, Extern))
    return method if any(canonical(base) == owner for base in bases) else None
