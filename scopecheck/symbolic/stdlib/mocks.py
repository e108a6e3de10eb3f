"""unittest.mock: something put in the place of an attribute while a block runs."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from scopecheck.symbolic import access
from scopecheck.symbolic.decisions import needed
from scopecheck.symbolic.values import Foreign, Value

if TYPE_CHECKING:
    from scopecheck.symbolic.calls import Arguments
    from scopecheck.symbolic.machine import Machine


class Patch(Foreign):
    """``patch("module.name", new)`` and ``patch.object(thing, "name", new)``.

    As a decorator it leaves the function as it is.
    """

    __slots__ = ("name", "new", "target")

    def __init__(self, target: Value, name: str, new: Value) -> None:
        self.target = target
        self.name = name
        self.new = new

    def call(self, m: Machine, args: Any) -> Value:
        """Decorates a function."""
        return args.args[0] if args.args else NotImplemented

    def held(self, m: Machine) -> Value:
        """What the attribute was."""
        return access.get_attribute(m, self.target, self.name)

    def enter(self, m: Machine, node: Any) -> Value:
        """Puts the new value there, and gives it."""
        access.set_attribute(m, self.target, self.name, self.new)
        return self.new

    def leave(self, m: Machine, token: Value) -> None:
        """Puts back what was there."""
        access.set_attribute(m, self.target, self.name, token)


def _new(m: Machine, a: Arguments, place: int) -> Value:
    """What is put there; a mock that the library makes is unknown."""
    given = len(a.args) > place or "new" in a.kwargs
    return a.get(place, "new") if given else m.unknown("mock", tame=True)


def _patch(m: Machine, a: Arguments) -> Value:
    """``patch(target, new)``: the target is a dotted name."""
    target = needed(m, a.get(0, "target"))
    if not isinstance(target, str) or "." not in target or a.open:
        return m.unknown("patch(…)")
    first, *within, name = target.split(".")
    thing = m.importer.import_module(m, first)
    for one in within:
        thing = access.get_attribute(m, thing, one)
    return Patch(thing, name, _new(m, a, 1))


def _patch_object(m: Machine, a: Arguments) -> Value:
    """``patch.object(target, attribute, new)``."""
    name = needed(m, a.get(1, "attribute"))
    if not isinstance(name, str) or a.open:
        return m.unknown("patch.object(…)")
    return Patch(a.get(0, "target"), name, _new(m, a, 2))


_MODELS = {"patch": _patch, "patch.object": _patch_object}

FUNCTIONS: dict[str, Any] = {
    f"{module}.{name}": model
    for module in ("mock", "unittest.mock")
    for name, model in _MODELS.items()
}

__all__ = ["FUNCTIONS", "Patch"]
