"""``tf.compat.as_bytes`` and its siblings: Python's own text, no operations.

Source: tensorflow/python/util/compat.py.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from scopecheck.models.registry import Model
from scopecheck.symbolic.decisions import needed
from scopecheck.symbolic.values import Text, Unknown, Value

if TYPE_CHECKING:
    from scopecheck.symbolic.calls import Arguments
    from scopecheck.symbolic.machine import Machine


def _as(kind: str, *, anything: bool = False) -> Model:
    """Text of one kind from text of either; anything: str() of what is no text."""

    def convert(m: Machine, a: Arguments) -> Value:
        names = ("bytes_or_text", "encoding") if not anything else ("value",)
        given = dict(zip(names, a.args, strict=False)) | a.kwargs
        value = needed(m, given.get(names[0]))
        if given.get("encoding", "utf-8") != "utf-8" or isinstance(value, Unknown):
            return m.unknown("text", kind=kind, tame=True)
        if isinstance(value, Text):
            return value if kind == "str" else m.unknown("text", kind=kind, tame=True)
        if isinstance(value, str):
            return value if kind == "str" else value.encode()
        if isinstance(value, bytes):
            return value if kind == "bytes" else value.decode(errors="replace")
        if value is None or type(value) in (bool, int, float):
            if anything:
                return str(value)
            raise m.fail("TypeError", f"Expected binary or unicode string, got {value!r}")
        return m.unknown("text", kind=kind, tame=True)

    return convert


MODELS: dict[str, Model] = {
    "tf.compat.as_bytes": _as("bytes"),
    "tf.compat.as_text": _as("str"),
    "tf.compat.as_str": _as("str"),
    "tf.compat.as_str_any": _as("str", anything=True),
}
