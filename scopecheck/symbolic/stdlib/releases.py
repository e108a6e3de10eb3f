"""Versions of libraries as objects: distutils, pkg_resources and packaging compare them."""

from __future__ import annotations

import operator
import re
from typing import TYPE_CHECKING, Any

from scopecheck.symbolic.decisions import needed
from scopecheck.symbolic.values import Foreign, Value

if TYPE_CHECKING:
    from scopecheck.symbolic.calls import Arguments
    from scopecheck.symbolic.machine import Machine

_ORDERS = {
    "<": operator.lt,
    "<=": operator.le,
    ">": operator.gt,
    ">=": operator.ge,
    "==": operator.eq,
}
_PLAIN = re.compile(r"\d+(\.\d+)*")


class Release(Foreign):
    """A version of numbers only, by which class; all but LooseVersion ignore zeros at its end."""

    __slots__ = ("kind", "text")

    def __init__(self, text: str, kind: str) -> None:
        self.text = text
        self.kind = kind

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Release) and self.numbers() == other.numbers()

    def __hash__(self) -> int:
        return hash(("release", self.numbers()))

    def numbers(self) -> tuple[int, ...]:
        """What is compared."""
        loose = self.kind.endswith("LooseVersion")
        text = self.text if loose else re.sub(r"(\.0+)+$", "", self.text)
        return tuple(int(part) for part in text.split("."))

    def _of_distutils(self) -> bool:
        return self.kind.startswith("distutils.")

    def get_attribute(self, m: Machine, name: str) -> Value:
        """``str()``; the first numbers of packaging's."""
        numbers = (*self.numbers(), 0, 0)
        if name == "__str__":
            return self.text
        if name in ("major", "minor", "micro") and not self._of_distutils():
            return numbers[("major", "minor", "micro").index(name)]
        return NotImplemented

    def binary(self, m: Machine, op: str, other: Value, reflected: bool) -> Value:
        """An order, of versions or, for distutils, of a version and text."""
        if isinstance(other, str) and self._of_distutils() and _PLAIN.fullmatch(other):
            other = Release(other, self.kind)
        if op not in _ORDERS or not isinstance(other, Release):
            return NotImplemented
        one, two = (other, self) if reflected else (self, other)
        return bool(_ORDERS[op](one.numbers(), two.numbers()))


def _release(name: str) -> Any:
    def make(m: Machine, a: Arguments) -> Value:
        given = needed(m, a.args[0]) if a.args else None
        if isinstance(given, str) and _PLAIN.fullmatch(given):
            return Release(given, name)
        return m.unknown(f"{name}(…)", not_none=True)

    return make


FUNCTIONS: dict[str, Any] = {
    name: _release(name)
    for name in (
        "distutils.version.LooseVersion",
        "distutils.version.StrictVersion",
        "packaging.version.parse",
        "packaging.version.Version",
        "pkg_resources.parse_version",
    )
}

__all__ = ["FUNCTIONS", "Release"]
