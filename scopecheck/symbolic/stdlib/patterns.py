"""re: regular expressions on texts that are known, as far as they end soon."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from scopecheck.symbolic.calls import Arguments
from scopecheck.symbolic.decisions import needed
from scopecheck.symbolic.values import Builtin, Foreign, Value

if TYPE_CHECKING:
    from scopecheck.symbolic.machine import Machine

STEPS = 5_000_000
"""About how many steps a search may take at worst."""

_REPEATED = re.compile(r"(?<!\\)[*+{]")
_REPEATED_GROUP = re.compile(r"\)[*+{]")
_REFERENCE = re.compile(r"\\[1-9]|\(\?P=")


@dataclass(frozen=True)
class Match(Foreign):
    """What a search found."""

    found: re.Match[str]

    def get_attribute(self, m: Machine, name: str) -> Value:
        """``group``, ``groups``, ``start`` and the like."""
        if name in ("group", "groups", "groupdict", "start", "end", "span"):
            method = getattr(self.found, name)
            return Builtin(name, lambda m, a: _called(m, name, method, a))
        return NotImplemented

    def item(self, m: Machine, index: Value) -> Value:
        """``found["name"]``: a group."""
        return _called(m, "group", self.found.__getitem__, Arguments((index,), {}))


@dataclass(frozen=True)
class Pattern(Foreign):
    """A compiled regular expression."""

    source: str
    flags: int = 0

    def get_attribute(self, m: Machine, name: str) -> Value:
        """``pattern``, and the functions of re as methods."""
        if name == "pattern":
            return self.source
        if name in _SEARCHING:
            return Builtin(name, lambda m, a: _search(m, name, self, a.args, a.kwargs))
        return NotImplemented


def _called(m: Machine, name: str, method: Any, a: Arguments) -> Value:
    given = [needed(m, one) for one in a.args]
    if not all(isinstance(one, (int, str)) for one in given) or a.kwargs:
        return m.unknown(name)
    try:
        found = method(*given)
    except (IndexError, TypeError):
        raise m.fail("IndexError", "no such group") from None
    return m.new_dict(found) if isinstance(found, dict) else found


_SEARCHING = ("match", "search", "fullmatch", "findall", "sub", "split")
_ANCHORED = ("match", "fullmatch")
_LAST_ARE_FLAGS = ("match", "search", "fullmatch", "findall")


def _function(name: str) -> Any:
    def run(m: Machine, a: Arguments) -> Value:
        args, kwargs = a.args, dict(a.kwargs)
        flags = kwargs.pop("flags", 0)
        if len(args) == 3 and name in _LAST_ARE_FLAGS:
            flags = args[2]
            args = args[:2]
        pattern = _compiled(m, args[0] if args else kwargs.get("pattern"), flags)
        if pattern is None:
            return m.unknown(f"the result of re.{name}")
        return _search(m, name, pattern, args[1:], kwargs)

    return run


def _compiled(m: Machine, given: Value, flags: Value) -> Pattern | None:
    given, flags = needed(m, given), needed(m, flags)
    if isinstance(given, Pattern):
        return given
    if not isinstance(given, str) or not isinstance(flags, int):
        return None
    return Pattern(given, flags)


def _compile(m: Machine, a: Arguments) -> Value:
    flags = a.args[1] if len(a.args) == 2 else a.kwargs.get("flags", 0)
    pattern = _compiled(m, a.args[0], flags) if a.args else None
    return m.unknown("a regular expression") if pattern is None else pattern


def _search(
    m: Machine, name: str, pattern: Pattern, args: tuple[Value, ...], kwargs: dict[str, Value]
) -> Value:
    given = [needed(m, one) for one in args]
    wanted = 2 if name == "sub" else 1
    if kwargs or len(given) != wanted or not all(isinstance(one, str) for one in given):
        return m.unknown(f"the result of re.{name}")
    if not _ends_soon(pattern, len(given[-1]), name in _ANCHORED):
        return m.unknown(f"the result of re.{name}")
    try:
        found = getattr(re.compile(pattern.source, pattern.flags), name)(*given)
    except (re.error, IndexError, ValueError):
        return m.unknown(f"the result of re.{name}")
    if isinstance(found, list):
        return m.new_list(found)
    return Match(found) if isinstance(found, re.Match) else found


def _ends_soon(given: Pattern, length: int, anchored: bool) -> bool:
    """Whether backtracking is bounded: no repeated group, few repetitions for this length.

    anchored: a search begins in one place only.
    """
    pattern = "".join(given.source.split()) if given.flags & re.VERBOSE else given.source
    if _REPEATED_GROUP.search(pattern) or _REFERENCE.search(pattern):
        return False
    steps = len(pattern)
    for _ in range(len(_REPEATED.findall(pattern)) + (not anchored)):
        steps *= length + 1
    return steps <= STEPS


def _escape(m: Machine, a: Arguments) -> Value:
    given = needed(m, a.args[0]) if a.args else None
    return re.escape(given) if isinstance(given, str) else m.unknown("re.escape", kind="str")


FUNCTIONS: dict[str, Any] = {f"re.{name}": _function(name) for name in _SEARCHING}
FUNCTIONS.update({"re.compile": _compile, "re.escape": _escape})
CONSTANTS: dict[str, Value] = {
    f"re.{name}": int(getattr(re, name))
    for name in "I IGNORECASE M MULTILINE S DOTALL X VERBOSE A ASCII".split()
}
