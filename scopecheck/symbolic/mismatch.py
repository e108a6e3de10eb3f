"""Arguments that a function does not take."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from scopecheck.symbolic.calls import Arguments


def mismatch(
    names: Sequence[str],
    defaults: int,
    a: Arguments,
    keyword_only: Sequence[str] = (),
    vararg: bool = False,
    kwarg: bool = False,
    needed: Sequence[str] = (),
) -> str | None:
    """What Python says of arguments that don't fit, in its order; None where they do.

    defaults: how many of the positional parameters, the last ones, have a default.
    needed: the parameters by keyword only that have none.
    """
    for name in a.kwargs:
        if name not in names and name not in keyword_only and not kwarg:
            return f"got an unexpected keyword argument '{name}'"
        if name in names[: len(a.args)]:
            return f"got multiple values for argument '{name}'"
    if len(a.args) > len(names) and not vararg:
        return _too_many(len(names), defaults, len(a.args), len(set(keyword_only) & set(a.kwargs)))
    required = names[len(a.args) : max(len(a.args), len(names) - defaults)]
    missing = [name for name in required if name not in a.kwargs]
    if a.open:
        return None
    if missing:
        return _missing("positional", missing)
    missing = [name for name in needed if name not in a.kwargs]
    return _missing("keyword-only", missing) if missing else None


def _too_many(most: int, defaults: int, given: int, by_keyword: int) -> str:
    takes = f"from {most - defaults} to {most}" if defaults else str(most)
    plural = "" if most == 1 and not defaults else "s"
    were = "was" if given == 1 and not by_keyword else "were"
    if by_keyword:
        more = f"{by_keyword} keyword-only argument" + "s" * (by_keyword > 1)
        were = f"positional argument{'s' * (given > 1)} (and {more}) {were}"
    return f"takes {takes} positional argument{plural} but {given} {were} given"


def _missing(kind: str, names: Sequence[str]) -> str:
    quoted = [repr(name) for name in names]
    if len(quoted) > 2:
        listed = ", ".join(quoted[:-1]) + f", and {quoted[-1]}"
    else:
        listed = " and ".join(quoted)
    plural = "" if len(quoted) == 1 else "s"
    return f"missing {len(quoted)} required {kind} argument{plural}: {listed}"
