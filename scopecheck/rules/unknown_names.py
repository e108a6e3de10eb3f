"""Names with parts that aren't known, and what they may be in a run."""

from __future__ import annotations

import re

UNKNOWN = "…"
"""How a name's unknown part is written, once or several times."""
_SEVERAL = re.compile(f"{UNKNOWN}+")


def may_be_one(name: str, other: str) -> bool:
    """Whether two names, of which one has a part that isn't known, may be the same."""
    if UNKNOWN not in name and UNKNOWN not in other:
        return False
    one, two = (_SEVERAL.sub(UNKNOWN, text) for text in (name, other))
    return one == two or can_be(one, two) or can_be(two, one)


def can_be(name: str, other: str) -> bool:
    """Whether a name with unknown parts may be another one, which is known."""
    if UNKNOWN not in name or UNKNOWN in other:
        return False
    return re.fullmatch(".*".join(map(re.escape, name.split(UNKNOWN))), other) is not None
