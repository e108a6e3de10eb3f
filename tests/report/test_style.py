from __future__ import annotations

import io

import pytest

from scopecheck.report.style import Piece, line, plain, wants_colour, write


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


LINES = [line(Piece("error", "error"), ": [bold]x[/bold]   ")]


def test_plain_text_has_no_escapes_and_no_markup() -> None:
    stream = io.StringIO()
    write(LINES, stream, colour=False)
    assert stream.getvalue() == "error: [bold]x[/bold]\n"


def test_colours(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("NO_COLOR", raising=False)
    monkeypatch.setenv("TERM", "xterm")
    stream = Terminal()
    assert wants_colour(stream)
    write(LINES, stream, colour=True)
    assert "\x1b[1;31merror" in stream.getvalue()
    assert "[bold]x[/bold]" in stream.getvalue()


@pytest.mark.parametrize(("name", "value"), [("NO_COLOR", "1"), ("TERM", "dumb")])
def test_no_colour(monkeypatch: pytest.MonkeyPatch, name: str, value: str) -> None:
    monkeypatch.setenv(name, value)
    assert not wants_colour(Terminal())


def test_files_get_no_colour() -> None:
    assert not wants_colour(io.StringIO())


def test_what_the_stream_cannot_encode_is_escaped() -> None:
    stream = io.TextIOWrapper(io.BytesIO(), encoding="ascii")
    write([line("名 é")], stream, colour=False)
    stream.flush()
    assert stream.buffer.getvalue() == b"\\u540d \\xe9\n"


def test_plain() -> None:
    assert plain(line("a", Piece("b", "help"), "  ")) == "ab"
