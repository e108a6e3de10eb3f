"""Tensors as the trace knows them: what each was computed from."""

from __future__ import annotations

from dataclasses import dataclass

GIVEN = "Given"
"""The operation of what an entry was called with: it is older than everything the entry makes."""


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Computed:
    """A tensor or an operation, and what it was computed from.

    Two are the same tensor if they are the same object. op: TensorFlow's operation type
    (``MatMul``, ``StopGradient``, ``Placeholder``); ``Either`` where paths meet and it is one
    of its inputs. inputs: the tensors it was computed from. after: operations that run
    before it (control dependencies). variable: the name, with ``:0``, of the variable that it
    is, None for anything else. name: the operation's name where it is known. lost: it was
    also computed from something that the trace does not know. gradient: whether gradients
    flow back through it to its inputs.
    """

    op: str
    inputs: tuple[Computed, ...] = ()
    after: tuple[Computed, ...] = ()
    variable: str | None = None
    name: str | None = None
    graph: int = 0
    lost: bool = False
    gradient: bool = True

    def __repr__(self) -> str:
        """Its own kind and name; what it was computed from would be most of a graph."""
        return f"<{self.op} {self.variable or self.name or 'unnamed'}>"
