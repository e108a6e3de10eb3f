"""Single numbers of numpy: Python's, with a dtype that TensorFlow takes over."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from scopecheck.symbolic.machine import Machine

RANKS = ("bool", "uint8", "int8", "int16", "int32", "int64", "float16", "float32", "float64")
_PYTHON = {bool: "bool", int: "int64", float: "float64"}


class _Number:
    """dtypes: its dtype by numpy's rules before version 2, and since.

    They differ where a number of Python's has met it: since version 2 that widens nothing.
    """

    dtypes: tuple[str, str]

    @property
    def dtype(self) -> str:
        """The dtype where the rules agree; '' otherwise."""
        old, new = self.dtypes
        return old if old == new else ""


class NumpyFloat(_Number, float):
    """A ``np.float64`` or its like."""

    def __new__(cls, value: float, dtype: str | tuple[str, str] = "float64") -> NumpyFloat:
        """The number, of a numpy type."""
        made = super().__new__(cls, value)
        made.dtypes = dtype if isinstance(dtype, tuple) else (dtype, dtype)
        return made


class NumpyInt(_Number, int):
    """A ``np.int64`` or its like."""

    def __new__(cls, value: float, dtype: str | tuple[str, str] = "int64") -> NumpyInt:
        """The number, of a numpy type."""
        made = super().__new__(cls, value)
        made.dtypes = dtype if isinstance(dtype, tuple) else (dtype, dtype)
        return made


SHORTER = {"int64": "int32", "float64": "float32"}
"""What numpy's long dtypes are in a list, where TensorFlow takes a number for Python's."""


def own_dtype(m: Machine, value: Any) -> str | None:
    """The dtype of a number of numpy's; None for any other."""
    if not isinstance(value, _Number):
        return None
    old, new = value.dtypes
    return old if m.world.tensorflow == "1.15" else new


def number_of(value: Any, dtype: str | None = None) -> Any:
    """A number that numpy computed; dtype: numpy's own for such a one if it is None."""
    if isinstance(value, float):
        return NumpyFloat(value, dtype or "float64")
    return (
        value if isinstance(value, bool) or dtype == "bool" else NumpyInt(value, dtype or "int64")
    )


def promoted(one: str, other: str) -> str:
    """The dtype of arithmetic on two of numpy's dtypes."""
    if one not in RANKS or other not in RANKS:
        return one if one == other else ""
    if one.startswith("float") == other.startswith("float"):
        return max(one, other, key=RANKS.index)
    floating, whole = (one, other) if one.startswith("float") else (other, one)
    if whole in ("bool", "uint8", "int8"):
        return floating
    return "float64" if whole != "int16" else max(floating, "float32", key=RANKS.index)


def _pythons(value: Any) -> str:
    """The dtype of a number of Python's, a flag's among them."""
    return next(dtype for kind, dtype in _PYTHON.items() if isinstance(value, kind))


def _joint(one: Any, other: Any) -> tuple[str, str]:
    mine = one.dtypes if isinstance(one, _Number) else None
    theirs = other.dtypes if isinstance(other, _Number) else None
    before = promoted(mine[0] if mine else _pythons(one), theirs[0] if theirs else _pythons(other))
    if mine and theirs:
        return before, promoted(mine[1], theirs[1])
    held, plain = (mine, other) if mine else (theirs, one)
    since = held[1] if held else before
    if isinstance(plain, float) and not since.startswith("float"):
        since = "float64"
    elif _pythons(plain) == "int64" and since == "bool":
        since = "int64"
    return before, since


def _kept(name: str) -> Callable[[Any, Any], Any]:
    """The method of a number that gives a number of numpy's."""

    def run(self: Any, other: Any) -> Any:
        if not isinstance(other, (int, float)):
            return NotImplemented
        one, two = plain(self), plain(other)
        if isinstance(one, int) and isinstance(two, float):
            one = float(one)
        result = getattr(type(one), name)(one, two)
        if result is NotImplemented or isinstance(result, complex):
            return result
        dtypes = _joint(self, other)
        if isinstance(result, float):
            wide = tuple(one if one.startswith("float") else "float64" for one in dtypes)
            return NumpyFloat(result, (wide[0], wide[1]))
        return NumpyInt(result, dtypes)

    return run


def plain(value: Any) -> Any:
    """Python's own number for one of numpy's."""
    if isinstance(value, NumpyInt):
        return int(value)
    return float(value) if isinstance(value, NumpyFloat) else value


def _alone(name: str) -> Callable[[Any], Any]:
    def run(self: Any) -> Any:
        result = getattr(plain(self), name)()
        return type(self)(result, self.dtypes)

    return run


for _kind in (NumpyFloat, NumpyInt):
    for _name in ("add", "sub", "mul", "truediv", "floordiv", "mod", "pow"):
        setattr(_kind, f"__{_name}__", _kept(f"__{_name}__"))
        setattr(_kind, f"__r{_name}__", _kept(f"__r{_name}__"))
    for _name in ("neg", "pos", "abs"):
        setattr(_kind, f"__{_name}__", _alone(f"__{_name}__"))
