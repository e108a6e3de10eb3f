"""Comments that suppress findings, and those that suppress nothing."""

from __future__ import annotations

import json
import textwrap

import pytest

from scopecheck.source import Suppressions, UnusedSuppression, read_bytes, suppressions

KNOWN = ("SCO101", "SCO102", "SCO107")


def of(text: str) -> Suppressions:
    return suppressions(read_bytes(textwrap.dedent(text).encode(), "a.py"))


def covered(text: str, code: str = "SCO101") -> list[int]:
    """The lines on which a one-line finding is suppressed."""
    found = of(text)
    count = len(text.splitlines()) + 1
    return [line for line in range(1, count + 1) if found.covers(code, line, line, None)]


@pytest.mark.parametrize(
    ("comment", "codes"),
    [
        ("# scopecheck: ignore", {"SCO101", "SCO102", "SCO107"}),
        ("#scopecheck:ignore", {"SCO101", "SCO102", "SCO107"}),
        ("# scopecheck: ignore because", {"SCO101", "SCO102", "SCO107"}),
        ("# scopecheck: ignore[SCO101]", {"SCO101"}),
        ("# scopecheck: ignore[SCO101] meant so", {"SCO101"}),
        ("# scopecheck: ignore[SCO101, SCO107]", {"SCO101", "SCO107"}),
        ("# scopecheck: ignore[sco101,SCO107]", {"SCO101", "SCO107"}),
        ("# type: ignore # scopecheck: ignore[SCO102]", {"SCO102"}),
        ("# scopecheck: ignore[]", set()),
        ("# scopecheck: ignore[SCO101", set()),
        ("# scopecheck: ignored", set()),
        ("# scopecheck: ignore-files", set()),
        ("# scopecheck ignore", set()),
        ("# noqa", {"SCO101", "SCO102", "SCO107"}),
        ("#NOQA", {"SCO101", "SCO102", "SCO107"}),
        ("# noqa because", {"SCO101", "SCO102", "SCO107"}),
        ("# noqa: SCO101,SCO102", {"SCO101", "SCO102"}),
        ("# noqa:SCO101 SCO102", {"SCO101", "SCO102"}),
        ("# noqa: E501, SCO107 meant so", {"SCO107"}),
        ("# noqa: E501", set()),
        ("# noqas", set()),
        ("# flake8: noqa", set()),
        ("'# noqa'", set()),
    ],
)
def test_codes(comment: str, codes: set[str]) -> None:
    found = of(f"x = 1  {comment}\n" if comment[0] == "#" else f"x = {comment}\n")
    assert {code for code in KNOWN if found.covers(code, 1, 1, None)} == codes


def test_only_its_own_line() -> None:
    assert covered("a\nb  # scopecheck: ignore\nc\n") == [2]
    assert covered("a\nb  # noqa\nc\n") == [2]


def test_ranges() -> None:
    found = of("x = f(\n    a,  # scopecheck: ignore\n    b,\n)\n")
    assert found.covers("SCO101", 1, 4, None)
    assert found.covers("SCO101", 2, 2, None)
    assert not found.covers("SCO101", 3, 4, None)
    assert not found.covers("SCO101", 1, 1, None)
    assert not found.covers("SCO101", 1, 4, 0)


def test_comment_above() -> None:
    assert covered("a\n# scopecheck: ignore\nb\nc\n") == [2, 3]
    assert covered("if a:\n    # scopecheck: ignore\n    b\n    c\n") == [2, 3]
    assert covered("# scopecheck: ignore\n# why\nb\nc\n") == [1, 2, 3]
    assert covered("# scopecheck: ignore\nf(\n  a\n)\nc\n") == [1, 2, 3, 4]
    assert covered("# scopecheck: ignore\n\nb\n") == [1]
    assert covered("f(\n    # scopecheck: ignore\n    a\n)\n") == [2]
    assert covered("b\n# scopecheck: ignore") == [2]


def test_noqa_above_says_nothing() -> None:
    assert covered("# noqa: SCO101\nb\n") == [1]


def test_whole_file() -> None:
    found = of("a\n\nb\n# scopecheck: ignore-file[SCO101]\n")
    assert found.covers("SCO101", 1, 1, None)
    assert not found.covers("SCO102", 1, 1, None)
    assert of("x  # scopecheck: ignore-file\n").covers("SCO102", 9, 9, None)


def test_only_real_comments() -> None:
    assert covered("x = '# noqa'\n'''\n# scopecheck: ignore-file\n'''\n") == []
    assert covered("# scopecheck: ignore-file[SCO102] \n") == []


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_line_ends(end: str) -> None:
    text = end.join(["\x0c", "a", "b  # noqa", "c"])
    assert not of(text).covers("SCO101", 2, 2, None)
    assert of(text).covers("SCO101", 3, 3, None)


@pytest.mark.parametrize(
    "broken",
    [
        "print 'it''s', 0777L",
        "x = (",
        "x = '''",
        "x = )",
        "if x:\n\ta\n        b",
        "  x\n y\n",
        "x = 'unterminated",
        "x = $ ? !",
    ],
)
def test_texts_that_are_no_python3(broken: str) -> None:
    text = (
        "a = '# noqa' + \"# noqa\"  # scopecheck: ignore[SCO101]\n"
        "b = '''\n# scopecheck: ignore-file\n\\''' # noqa\n''' # noqa: SCO107\n"
        f"{broken}\n"
    )
    found = of(text)
    assert found.covers("SCO101", 1, 1, None)
    assert not found.covers("SCO102", 1, 1, None)
    assert not found.covers("SCO101", 2, 4, None)
    assert found.covers("SCO107", 5, 5, None)


def test_python2_file() -> None:
    assert covered("print 'a' # noqa\nprint `b`, '# noqa'\nprint c # scopecheck: ignore\n") == [
        1,
        3,
    ]


def test_notebook_cells() -> None:
    sources = ["x = 1  # noqa", "y = 1", "!echo don't\nz = 1  # scopecheck: ignore[SCO101]"]
    cells = [{"cell_type": "code", "source": source} for source in sources]
    found = suppressions(read_bytes(json.dumps({"cells": cells}).encode(), "a.ipynb"))
    assert found.covers("SCO101", 1, 1, 0)
    assert not found.covers("SCO101", 1, 1, 1)
    assert found.covers("SCO101", 2, 2, 2)
    assert not found.covers("SCO101", 1, 1, None)
    assert list(found.unused(KNOWN)) == []


@pytest.mark.parametrize("character", ["\0", "\ud800"])
def test_cells_that_are_no_text(character: str) -> None:
    cells = [{"cell_type": "code", "source": f"x  # noqa\ny\n'{character}'\n"}]
    found = suppressions(read_bytes(json.dumps({"cells": cells}).encode(), "a.ipynb"))
    assert found.covers("SCO101", 1, 1, 0)
    assert not found.covers("SCO101", 2, 2, 0)


def test_whole_notebook() -> None:
    sources = ["x", "# scopecheck: ignore-file"]
    cells = [{"cell_type": "code", "source": source} for source in sources]
    found = suppressions(read_bytes(json.dumps({"cells": cells}).encode(), "a.ipynb"))
    assert found.covers("SCO101", 1, 1, 0)


def test_unused() -> None:
    found = of(
        """\
        a  # scopecheck: ignore[SCO101, SCO107] why
        b  # scopecheck: ignore
        c  # noqa
        d  # noqa: E501
        e  # noqa: SCO102,E501
        f  # x # scopecheck: ignore
        # scopecheck: ignore-file[SCO107]
        g  # scopecheck: ignore[]
        """
    )
    assert found.covers("SCO101", 1, 1, None)
    assert found.covers("SCO101", 6, 6, None)
    assert list(found.unused(KNOWN)) == [
        UnusedSuppression(1, 4, None, ("SCO107",), "# scopecheck: ignore[SCO101, SCO107]"),
        UnusedSuppression(2, 4, None, (), "# scopecheck: ignore"),
        UnusedSuppression(5, 4, None, ("SCO102",), "# noqa: SCO102,E501"),
        UnusedSuppression(7, 1, None, ("SCO107",), "# scopecheck: ignore-file[SCO107]"),
        UnusedSuppression(8, 4, None, (), "# scopecheck: ignore[]"),
    ]


def test_codes_that_nobody_looked_for_are_not_unused() -> None:
    found = of("a  # scopecheck: ignore[SCO107]\nb  # noqa: SCO102\n")
    assert list(found.unused(["SCO101"])) == []
    assert len(list(found.unused(KNOWN))) == 2


def test_all_that_cover_are_used() -> None:
    found = of("# scopecheck: ignore-file\nx  # scopecheck: ignore[SCO101]\n")
    assert found.covers("SCO101", 2, 2, None)
    assert list(found.unused(KNOWN)) == []


def test_unreadable_files_have_none() -> None:
    assert not suppressions(read_bytes(b"# noqa\0", "a.py")).covers("SCO101", 1, 1, None)
    assert not suppressions(read_bytes(b"{", "a.ipynb")).covers("SCO101", 1, 1, None)


def test_syntax_error_can_be_suppressed() -> None:
    assert of("x = = 1  # scopecheck: ignore[SCO901]\n").covers("SCO901", 1, 1, None)
