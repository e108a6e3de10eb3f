"""AutoGraph's decorators: the function that comes back makes what the one given makes.

Source: tensorflow/python/autograph/impl/api.py, ``convert``, ``do_not_convert``, ``to_graph``.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from scopecheck.models.registry import Model
from scopecheck.symbolic.values import Builtin, Value

if TYPE_CHECKING:
    from scopecheck.symbolic.calls import Arguments
    from scopecheck.symbolic.machine import Machine

_NAMES = ("func", "entity", "f")


def _given(a: Arguments) -> Value:
    return a.args[0] if a.args else next((a.kwargs[n] for n in _NAMES if n in a.kwargs), None)


def _same(m: Machine, a: Arguments) -> Value:
    """The function given; without one, a decorator."""
    function = _given(a)
    return Builtin("decorator", lambda m, inner: _given(inner)) if function is None else function


def _convert(m: Machine, a: Arguments) -> Value:
    """``convert(recursive=False, ...)``: a decorator."""
    return Builtin("convert", lambda m, inner: _given(inner))


MODELS: dict[str, Model] = {
    "tf.autograph.experimental.do_not_convert": _same,
    "tf.autograph.to_graph": _same,
    "tf.contrib.autograph.do_not_convert": _same,
    "tf.contrib.autograph.to_graph": _same,
    "tf.contrib.autograph.convert": _convert,
}
