"""Which function models which TensorFlow name: every model module lists its own."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from scopecheck.symbolic.mismatch import mismatch

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
                self.defaults[name.strip()] = _constant(default.strip())

    def bind(self, m: Machine, function: str, a: Arguments) -> dict[str, Any]:
        """The values by name; TypeError as Python raises it. Unseen ones become unknowns."""
        wrong = self._mismatch(a)
        if wrong is not None:
            from scopecheck.models.refusal import refuse_argument

            raise refuse_argument(m, function, "TypeError", f"{function}() {wrong}")
        bound = {**dict(zip(self.names, a.args, strict=False)), **a.kwargs}
        for name in self.names:
            if name not in bound:
                bound[name] = m.unknown(name) if a.open else self.defaults[name]
        return bound

    def _mismatch(self, a: Arguments) -> str | None:
        return mismatch(self.names, len(self.defaults), a)


def constructor_name(m: Machine, cls: str) -> str:
    """A class's constructor in Python's messages: by its qualified name from 3.10 on."""
    return "__init__" if m.world.tensorflow == "1.15" else f"{cls}.__init__"


_WORDS: dict[str, Any] = {"None": None, "True": True, "False": False, "()": (), "''": ""}


def _constant(text: str) -> Any:
    """The value of a default as it is written; what is neither word nor number stays text."""
    if text in _WORDS:
        return _WORDS[text]
    for number in (int, float):
        try:
            return number(text)
        except ValueError:
            continue
    return text
