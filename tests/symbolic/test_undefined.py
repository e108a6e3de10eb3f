"""Names that no text binds, in modules and as their attributes."""

from __future__ import annotations

import pytest
from interpreting import Ended, Runs

TRIED = "\ntry:\n    {}\nexcept {}:\n    word('missing')\nword('end')\n"


def errors(ends: list[Ended]) -> set[str]:
    return {end.error for end in ends}


@pytest.mark.parametrize(
    "read", ["nothing", "nothing.more", "nothing()", "f = lambda x=nothing: 0"]
)
def test_a_name_that_nothing_binds(runs: Runs, read: str) -> None:
    (end,) = runs(read)
    assert (end.error, end.message) == ("NameError", "name 'nothing' is not defined")


@pytest.mark.parametrize(
    "text",
    [
        "exec(opaque_a); nothing",
        "globals()['nothing'] = 1; nothing",
        "from elsewhere import *; nothing",
        "f = lambda: [0 for nothing in ()]; nothing",
        "import sys; setattr(sys.modules[__name__], 'nothing', 1); nothing",
        "import builtins; builtins.nothing = 1; nothing",
        "profile(word); xrange(3); display; _('text')",
        "__spec__; __builtins__",
    ],
)
def test_a_name_that_something_may_bind(runs: Runs, text: str) -> None:
    assert errors(runs(text)) == {""}


@pytest.mark.parametrize("kind", ["NameError", "Exception"])
def test_the_error_can_be_caught(runs: Runs, kind: str) -> None:
    (end,) = runs(TRIED.format("nothing", kind))
    assert end.words == ("missing", "end")


@pytest.mark.parametrize("read", ["from other import nothing", "import other; other.nothing"])
def test_what_a_module_lacks_may_be_written_into_it(runs: Runs, read: str) -> None:
    assert errors(runs(read, other="there = 1\n")) == {""}


def test_a_star_may_bring_what_is_written_into_a_module(runs: Runs) -> None:
    assert errors(runs("from other import *; nothing", other="there = 1\n")) == {""}


def test_another_file_may_give_a_module_an_attribute(runs: Runs) -> None:
    program = """
        import other
        if opaque_a:
            other.nothing = 1
        other.read()
    """
    assert errors(runs(program, other="def read():\n    return nothing\n")) == {""}
