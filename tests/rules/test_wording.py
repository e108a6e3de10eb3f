from __future__ import annotations

from dataclasses import replace

import pytest

from scopecheck.rules.wording import listing, place, quoted
from scopecheck.trace import Site

HERE = Site("net/gan.py", 3, 1, 3, 9)
CELL = replace(HERE, file="net/a.ipynb", cell=0)


@pytest.mark.parametrize(
    ("site", "here", "words"),
    [
        (replace(HERE, line=12), HERE, "line 12"),
        (replace(HERE, file="net/ops.py"), HERE, "ops.py:3"),
        (replace(HERE, file="main.py"), HERE, "main.py:3"),
        (replace(CELL, line=4), CELL, "line 4"),
        (replace(CELL, cell=2), CELL, "cell 3, line 3"),
        (CELL, HERE, "a.ipynb, cell 1, line 3"),
    ],
)
def test_places_are_seen_from_the_finding(site: Site, here: Site, words: str) -> None:
    assert place(site, here) == words


def test_names() -> None:
    assert quoted("w/Adam/") == "`w/Adam`"
    assert listing(["a", "b"]) == "`a`, `b`"
    assert listing(list("abcdef")) == "`a`, `b`, `c`, `d` and 2 more"
