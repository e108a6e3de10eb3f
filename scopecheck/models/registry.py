"""Which function models which TensorFlow name: every model module lists its own."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from scopecheck.symbolic.calls import Arguments
    from scopecheck.symbolic.machine import Machine

Model = Callable[["Machine", "Arguments"], Any]


class Signature:
    """The parameters of a modelled function, parsed once from ``"name, shape=None"``."""

    def __init__(self, text: str) -> None:
        self.names: list[str] = []
        self.defaults: dict[str, Any] = {}
        for part in filter(None, (one.strip() for one in text.split(","))):
            name, equals, default = part.partition("=")
            self.names.append(name.strip())
            if equals:
                self.defaults[name.strip()] = _CONSTANTS.get(default.strip(), default.strip())

    def bind(self, m: Machine, function: str, a: Arguments) -> dict[str, Any]:
        """The values by name; TypeError as Python raises it. Unseen ones become unknowns."""
        names = self.names
        if len(a.args) > len(names):
            raise m.fail(
                "TypeError",
                f"{function}() takes at most {len(names)} arguments ({len(a.args)} given)",
            )
        bound = dict(zip(names, a.args, strict=False))
        for name, value in a.kwargs.items():
            if name not in names:
                raise m.fail(
                    "TypeError", f"{function}() got an unexpected keyword argument '{name}'"
                )
            if name in bound:
                raise m.fail("TypeError", f"{function}() got multiple values for argument '{name}'")
            bound[name] = value
        for name in names:
            if name in bound:
                continue
            if a.open:
                bound[name] = m.unknown(name)
            elif name in self.defaults:
                bound[name] = self.defaults[name]
            else:
                raise m.fail(
                    "TypeError", f"{function}() missing 1 required positional argument: '{name}'"
                )
        return bound


def _constants() -> dict[str, Any]:
    numbers: dict[str, Any] = {str(n): n for n in range(-4, 64)}
    numbers.update({str(f): f for f in (0.0, 0.1, 0.5, 0.9, 0.99, 0.999, 1.0, 0.001, 1e-3)})
    numbers.update({"None": None, "True": True, "False": False, "()": ()})
    return numbers


_CONSTANTS = _constants()
