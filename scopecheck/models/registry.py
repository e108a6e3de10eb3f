"""Which function models which TensorFlow name: every model module lists its own."""

from __future__ import annotations

from collections.abc import Callable, Sequence
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


def mismatch(
    names: Sequence[str],
    defaults: int,
    a: Arguments,
    keyword_only: Sequence[str] = (),
    vararg: bool = False,
    kwarg: bool = False,
) -> str | None:
    """What Python says of arguments that don't fit, in its order; None where they do.

    defaults: how many of the positional parameters, the last ones, have a default.
    """
    for name in a.kwargs:
        if name not in names and name not in keyword_only and not kwarg:
            return f"got an unexpected keyword argument '{name}'"
        if name in names[: len(a.args)]:
            return f"got multiple values for argument '{name}'"
    if len(a.args) > len(names) and not vararg:
        return _too_many(len(names), defaults, len(a.args))
    required = names[len(a.args) : max(len(a.args), len(names) - defaults)]
    missing = [name for name in required if name not in a.kwargs]
    return _missing(missing) if missing and not a.open else None


def _too_many(most: int, defaults: int, given: int) -> str:
    takes = f"from {most - defaults} to {most}" if defaults else str(most)
    plural = "" if most == 1 and not defaults else "s"
    were = "was" if given == 1 else "were"
    return f"takes {takes} positional argument{plural} but {given} {were} given"


def _missing(names: Sequence[str]) -> str:
    quoted = [repr(name) for name in names]
    if len(quoted) > 2:
        listed = ", ".join(quoted[:-1]) + f", and {quoted[-1]}"
    else:
        listed = " and ".join(quoted)
    plural = "" if len(quoted) == 1 else "s"
    return f"missing {len(quoted)} required positional argument{plural}: {listed}"


_WORDS: dict[str, Any] = {"None": None, "True": True, "False": False, "()": ()}


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
