"""Windows of convolutions and poolings: sizes, strides, padding, format as a layer takes them.

Source: tensorflow/python/keras/utils/conv_utils.py, ``normalize_tuple``, ``normalize_padding``
and ``normalize_data_format``.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from scopecheck.models import naming
from scopecheck.models.layers.sizes import sizes
from scopecheck.models.numpy.numbers import plain
from scopecheck.models.refusal import refuse_argument
from scopecheck.symbolic.decisions import needed
from scopecheck.symbolic.iteration import iterate
from scopecheck.symbolic.text import as_text
from scopecheck.symbolic.values import ListRef, Value

if TYPE_CHECKING:
    from scopecheck.symbolic.machine import Machine

Check = Callable[["Machine", str, dict[str, Value]], None]

_PADDINGS = ("valid", "same", "causal")
_FORMATS = ("channels_first", "channels_last")


def windows(rank: int, kernel: str = "kernel_size") -> Check:
    """What a layer over ``rank`` dimensions checks as it is made, in its order."""

    def check(m: Machine, by: str, given: dict[str, Value]) -> None:
        if kernel == "pool_size" and needed(m, given.get("strides", 1)) is None:
            raise refuse_argument(m, by, "ValueError", "Argument `strides` must not be None.")
        _check_sizes(m, by, given, kernel, rank)
        _check_sizes(m, by, given, "strides", rank)
        _check_word(
            m,
            by,
            given.get("padding", "valid"),
            _PADDINGS,
            "The `padding` argument must be a list/tuple or one of "
            '"valid", "same" (or "causal", only for `Conv1D). Received: ',
        )
        _check_word(
            m,
            by,
            given.get("data_format"),
            _FORMATS,
            'The `data_format` argument must be one of "channels_first", "channels_last". '
            "Received: ",
        )
        _check_sizes(m, by, given, "dilation_rate", rank)
        wide = [_widest(m, given.get(name, 1), rank) for name in ("strides", "dilation_rate")]
        if m.world.tensorflow != "1.15" and min(wide) > 1:
            message = "`strides > 1` not supported in conjunction with `dilation_rate > 1`. …"
            raise refuse_argument(m, by, "ValueError", message)
        if rank > 1 and str(needed(m, given.get("padding", "valid"))).lower() == "causal":
            quoted = "``" if m.world.tensorflow == "1.15" else "`"
            message = f"Causal padding is only supported for `Conv1D`and {quoted}SeparableConv1D`."
            raise refuse_argument(m, by, "ValueError", message)

    return check


def _widest(m: Machine, value: Value, rank: int) -> int:
    """The largest of some sizes that are known."""
    return max((one for one in sizes(m, value, rank) if isinstance(one, int)), default=1)


def rate(m: Machine, by: str, given: dict[str, Value]) -> None:
    """The rate of a dropout is between 0 and 1, as Keras 2 looks at it."""
    value = plain(needed(m, given.get("rate", 0.5)))
    number = isinstance(value, (int, float))
    if m.world.tensorflow != "1.15" and number and not 0 <= value <= 1:
        message = f"Invalid value {value} received for `rate`, expected a value between 0 and 1."
        raise refuse_argument(m, by, "ValueError", message)


def units(m: Machine, by: str, given: dict[str, Value]) -> None:
    """The width of a dense layer is what ``int`` takes."""
    if needed(m, given["units"]) is None:
        number = "number" if m.world.tensorflow == "1.15" else "real number"
        message = f"int() argument must be a string, a bytes-like object or a {number}, not "
        raise refuse_argument(m, by, "TypeError", f"{message}'NoneType'")


def _check_sizes(m: Machine, by: str, given: dict[str, Value], name: str, rank: int) -> None:
    """One integer for all dimensions, or one for each."""
    if name not in given:
        return
    value = needed(m, given[name])
    held = iterate(m, value) if isinstance(value, (tuple, ListRef)) else None
    wrong = value is None or isinstance(value, float)
    if wrong or (held is not None and not held.open and len(held.items) != rank):
        shown = naming.shown(naming.encode(m, as_text(m, value)) or "…")
        message = f"The `{name}` argument must be a tuple of {rank} integers. Received: {shown}"
        raise refuse_argument(m, by, "ValueError", message)


def _check_word(m: Machine, by: str, given: Value, known: tuple[str, ...], message: str) -> None:
    value = needed(m, given)
    if isinstance(value, str) and value.lower() not in known:
        shown = value.lower() if known is _PADDINGS else value
        raise refuse_argument(m, by, "ValueError", message + shown)
