"""Variables as the trace knows them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from scopecheck.trace.scopes import NameScope
from scopecheck.trace.sites import CallPath, Site

Shape = tuple[int | None, ...] | None
"""Static shape: None where the rank is unknown, a None dimension where a size is unknown."""


@dataclass(frozen=True, slots=True)
class Variable:
    """One variable of the graph.

    name: the operation's name with ``:0`` as TensorFlow prints it (``d/w:0``); parts that
    need an internal operation's name read ``…``.
    key: the name in the variable store, None if the store doesn't hold it (tf.Variable).
    made_by: ``get_variable``, ``Variable``, ``slot`` or the layer function's name.
    """

    name: str
    key: str | None
    shape: Shape
    dtype: str | None
    trainable: bool
    made_by: str
    site: Site
    path: CallPath
    name_scopes: tuple[NameScope, ...] = ()
    graph: int = 0


def dump_shape(shape: Shape) -> list[int | None] | None:
    """The JSON form of a shape."""
    return None if shape is None else list(shape)


def format_shape(shape: Sequence[int | None] | None) -> str:
    """``(2, 3)`` as TensorFlow's messages print it; ``<unknown>`` for an unknown rank."""
    if shape is None:
        return "<unknown>"
    if len(shape) == 1:
        return f"({shape[0]},)"
    return "(" + ", ".join(str(size) for size in shape) + ")"
