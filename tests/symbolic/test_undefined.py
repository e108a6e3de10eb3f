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


@pytest.mark.parametrize(
    ("read", "kind"),
    [
        ("from other import nothing", "ImportError"),
        ("import other; other.nothing", "AttributeError"),
    ],
)
@pytest.mark.parametrize(
    ("other", "missing"),
    [
        ("there = 1\n", True),
        ("if there:\n    nothing = 1\n", False),
        ("from elsewhere import *\n", False),
        ("def __getattr__(name):\n    return 1\n", False),
    ],
)
def test_what_a_module_lacks(runs: Runs, read: str, kind: str, other: str, missing: bool) -> None:
    ends = runs(TRIED.format(read, kind), other=f"from words import opaque_a as there\n{other}")
    expected = ("missing", "end") if missing else ("end",)
    assert {end.words for end in ends} == {expected}


def test_a_package_may_have_more_than_its_text(runs: Runs) -> None:
    files = {"other/__init__": "there = 1\n"}
    (end,) = runs(TRIED.format("from other import x", "ImportError"), **files)
    assert end.words == ("end",)


def test_another_file_may_give_a_module_an_attribute(runs: Runs) -> None:
    program = """
        import other
        if opaque_a:
            other.nothing = 1
        other.read()
    """
    assert errors(runs(program, other="def read():\n    return nothing\n")) == {""}
