"""Attributes of numbers: Python's own, and those that numpy's numbers have too.

A number says nothing of where it comes from, so that what only numpy's has is never missing.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from scopecheck.symbolic.values import Builtin, BuiltinType, Value

if TYPE_CHECKING:
    from scopecheck.symbolic.machine import Machine

NUMERIC = (bool, int, float, complex)
OF_NUMPY = frozenset(
    "T all any argmax argmin argsort astype base byteswap choose clip compress conj conjugate "
    "copy cumprod cumsum data diagonal dtype dump dumps fill flags flat flatten getfield item "
    "itemset itemsize max mean min nbytes ndim newbyteorder nonzero prod ptp put ravel repeat "
    "reshape resize round searchsorted setfield setflags shape size sort squeeze std strides sum "
    "swapaxes take tobytes tofile tolist tostring trace transpose var view __array__".split()
)
_ITSELF = frozenset(
    "copy cumprod cumsum max mean min prod squeeze sum tolist transpose view".split()
)
_FIXED: dict[str, Value] = {"shape": (), "ndim": 0, "size": 1, "strides": ()}


def number_attribute(m: Machine, number: Any, name: str) -> Value:
    """An attribute of a number; NotImplemented where it has none of that name."""
    if name in ("real", "imag"):
        return getattr(number, name)
    if name in ("is_integer", "bit_length"):
        method = getattr(number, name, None)
        return m.unknown(name) if method is None else Builtin(name, lambda m, a: method())
    if name in ("conj", "conjugate"):
        return Builtin(name, lambda m, a: number.conjugate())
    if name in ("astype", "item"):
        return Builtin(name, lambda m, a: _as_kind(m, number, a))
    if name in _FIXED:
        return _FIXED[name]
    if name == "T":
        return number
    if name in _ITSELF:
        return Builtin(name, lambda m, a: number)
    return m.unknown(name, tame=True) if name in OF_NUMPY else NotImplemented


def may_be_numpys(value: Value, name: str) -> bool:
    """Whether a number has an attribute only if it is one of numpy's."""
    return type(value) in NUMERIC and name in OF_NUMPY and not hasattr(value, name)


def _as_kind(m: Machine, number: Any, a: Any) -> Value:
    """A number of numpy's as one of another type; ``item()`` as Python's own."""
    kind = a.args[0] if a.args else a.kwargs.get("dtype")
    if kind is None:
        return number if isinstance(number, bool) else number.conjugate()
    if isinstance(kind, str):
        plain = int if kind.startswith(("int", "uint")) else float
        kind = BuiltinType(plain) if kind.startswith(("int", "uint", "float")) else kind
    return m.unknown("a number") if isinstance(kind, str) else m.call(kind, (number,))
