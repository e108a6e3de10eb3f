from __future__ import annotations

import pytest

from scopecheck.rules.selection import Selection, code_of, unknown


@pytest.mark.parametrize(
    ("select", "ignore", "code", "taken"),
    [
        ((), (), "SCO101", True),
        ((), ("SCO101",), "SCO101", False),
        ((), ("SCO1",), "SCO101", False),
        (("SCO101",), (), "SCO102", False),
        (("SCO1",), (), "SCO102", True),
        (("SCO101",), ("SCO1",), "SCO101", True),
        (("SCO1",), ("SCO101",), "SCO101", False),
        (("SCO101",), ("SCO101",), "SCO101", False),
        (("ALL",), (), "SCO101", True),
        (("SCO2",), ("ALL",), "SCO201", True),
        ((), ("ALL",), "SCO201", False),
    ],
)
def test_the_longer_prefix_wins(
    select: tuple[str, ...], ignore: tuple[str, ...], code: str, taken: bool
) -> None:
    assert Selection(select, ignore).takes(code) is taken


def test_codes_have_names() -> None:
    assert code_of("reuse-collision") == "SCO101"
    assert code_of("sco101") == "SCO101"
    assert unknown(["SCO1", "ALL", "SCO101", "X"]) == ["X"]
