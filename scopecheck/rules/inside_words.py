"""What a filter by a part of names also takes, because it stands inside another word there."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from scopecheck.rules.computation import Variables
from scopecheck.rules.losses import Minimised


def inside_words(one: Minimised, other: Minimised, known: Iterable[tuple[int, str]]) -> Variables:
    """What two lists hold, one of them only since `"d_" in v.name` is true of word_table, too.

    That list is all that such a filter takes. Everything else in it has a name of which some
    part begins with what is looked for.
    """
    common = one.trained & other.trained
    graph = one.event.graph
    names = {name for of, name in known if of == graph}
    listed = {name for _, name in one.listed}
    own = listed - {name for _, name in common}
    if not common or not own or not common <= other.listed:
        return frozenset()
    for word in _words(own):
        beginning = re.compile(f"(^|[^A-Za-z0-9]){re.escape(word)}")
        if {name for name in names if word in name} == listed:
            if all(map(beginning.search, own)) and not any(
                beginning.search(name) for _, name in common
            ):
                return common
    return frozenset()


def _words(names: Iterable[str]) -> Iterator[str]:
    """What all of them begin with, up to each underscore, and the whole first part."""
    parts = {name.split("/")[0] for name in names}
    first = min(parts)
    words = [first[: end.end()] for end in re.finditer("_", first)]
    for word in (*words, first) if len(first) > 1 else words:
        if all(part.startswith(word) for part in parts):
            yield word
