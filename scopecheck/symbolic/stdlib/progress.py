"""tqdm: a bar around something that is gone over, which is all that matters of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from scopecheck.symbolic.builtins.types import construct
from scopecheck.symbolic.calls import Arguments
from scopecheck.symbolic.iteration import iterate
from scopecheck.symbolic.values import Builtin, Foreign, Items, Value

if TYPE_CHECKING:
    from scopecheck.symbolic.machine import Machine

_ANSWER_NOTHING = frozenset(
    "set_description set_description_str set_postfix set_postfix_str update close refresh write "
    "clear reset display unpause moveto".split()
)


class Bar(Foreign):
    """A progress bar: a loop over it goes over what it was given."""

    __slots__ = ("inner",)

    def __init__(self, inner: Value) -> None:
        self.inner = inner

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Bar) and self.inner == other.inner

    def __hash__(self) -> int:
        return hash(("bar", self.inner))

    def goes_over(self) -> Value:
        """What the bar was given."""
        return self.inner

    def get_attribute(self, m: Machine, name: str) -> Value:
        """Methods that only show something."""
        if name in _ANSWER_NOTHING:
            return Builtin(name, lambda m, a: None)
        if name == "iterable":
            return self.inner
        return m.unknown(name, tame=True)

    def iterate(self, m: Machine) -> Items | None:
        """The items of what it was given."""
        return iterate(m, self.inner)

    def truth(self, m: Machine) -> bool | None:
        """That of its length."""
        return None

    def enter(self, m: Machine, node: Any) -> Value:
        """``with tqdm(...) as bar``."""
        return self


def _bar(m: Machine, a: Arguments) -> Value:
    return Bar(a.args[0] if a.args else a.kwargs.get("iterable", ()))


def _counting(m: Machine, a: Arguments) -> Value:
    return Bar(construct(m, range, Arguments(a.args)))


_PLACES = ("tqdm", "tqdm.auto", "tqdm.autonotebook", "tqdm.notebook", "tqdm.std")
FUNCTIONS: dict[str, Any] = {"tqdm": _bar, "tqdm.tqdm.write": lambda m, a: None}
FUNCTIONS |= {f"{place}.{name}": _bar for place in _PLACES for name in ("tqdm", "tqdm_notebook")}
FUNCTIONS |= {f"{place}.{name}": _counting for place in _PLACES for name in ("trange", "tnrange")}
