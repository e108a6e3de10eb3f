"""Call paths, and where two of them part."""

from __future__ import annotations

from scopecheck.rules.finding import Label
from scopecheck.trace import CallPath, Site


def parting(first: CallPath, second: CallPath) -> int:
    """The index in ``second`` at which it leaves ``first``; the last index if it never does."""
    for index, (one, other) in enumerate(zip(first, second, strict=False)):
        if one != other:
            return index
    return max(0, min(len(first), len(second)) - 1)


def step(path: CallPath, index: int) -> Site | None:
    """The site at an index of a path that may be shorter."""
    return path[index] if index < len(path) else None


def calls(path: CallPath, again: CallPath = ()) -> tuple[Label, ...]:
    """The calls on the way to an event, without the event's own site.

    again: an earlier path to the same place; the call that parts from it carries the label
    ``called again here``, if it enters the same function as the earlier one.
    """
    turn = parting(again, path) if again else None

    def words(index: int) -> str:
        repeated = index == turn and _same_callee(again, path, index)
        return "called again here" if repeated else "called here"

    return tuple(Label(site, words(index)) for index, site in enumerate(path[:-1]))


def _same_callee(first: CallPath, second: CallPath, index: int) -> bool:
    """Do both paths enter the same function at this index?"""
    one, other = step(first, index + 1), step(second, index + 1)
    return (
        one is not None
        and other is not None
        and (one.file, one.function) == (other.file, other.function)
    )
