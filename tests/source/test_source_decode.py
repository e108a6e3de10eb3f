"""Bytes to text: encodings, marks, line ends, sizes."""

from __future__ import annotations

import ast
import os
import time
from pathlib import Path

import pytest

from scopecheck.source import (
    PathProblem,
    Problem,
    SourceFile,
    names_graph,
    read_bytes,
    read_file,
    split_lines,
)


def read(data: bytes) -> SourceFile:
    return read_bytes(data, "a.py")


def only_problem(source: SourceFile) -> Problem:
    (problem,) = source.problems
    assert source.units == ()
    return problem


def names(source: SourceFile) -> list[tuple[str, int, int]]:
    (unit,) = source.units
    found = [n for n in ast.walk(unit.tree) if isinstance(n, ast.Name)]
    return [(node.id, node.lineno, node.col_offset) for node in found]


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"\n",
        b"\xef\xbb\xbf",
        b"x = 1",
        b"# only a comment",
        b"\x0c\nx = 1\n",
        b"\x0c",
        b"x = 1\n\x0c",
        b"   ",
        b"x = 1\r",
        b"if x:\n\ty = 1\n",
        b"x = '\\d'\n",
    ],
)
def test_unusual_but_fine(data: bytes) -> None:
    source = read(data)
    assert not source.problems
    assert len(source.units) == 1
    assert source.units[0].cell is None
    assert not source.python2


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"])
def test_positions_after_line_ends_and_mark(end: str, mark: bytes) -> None:
    source = read(mark + end.join(["a", "", "if b:", "    c", ""]).encode())
    assert names(source) == [("a", 1, 0), ("b", 3, 3), ("c", 4, 4)]
    assert source.lines(None) == ["a", "", "if b:", "    c"]


def test_a_form_feed_ends_no_line() -> None:
    source = read(b"a\n\x0c\nb\n\x0cc = '\x0b\xc2\x85\xe2\x80\xa8'\nd\n")
    assert [(name, line) for name, line, _ in names(source)] == [
        ("a", 1),
        ("b", 3),
        ("c", 4),
        ("d", 5),
    ]
    assert source.lines(None)[2] == "b"
    assert source.lines(None)[4] == "d"


@pytest.mark.parametrize(
    "cookie",
    [
        b"# -*- coding: latin-1 -*-\n",
        b"#!/usr/bin/python\n# vim: set fileencoding=iso-8859-1 :\n",
        b"\r\n# coding: latin-1-unix\r\n",
        b"\r# coding=ISO_8859_1\r",
        b"# coding: cp1252\n",
        b"# caf\xe9\n# coding: latin-1\n",
    ],
)
def test_coding_comment(cookie: bytes) -> None:
    source = read(cookie + b"x = 'caf\xe9'\n")
    assert not source.problems
    assert source.lines(None)[-1] == "x = 'café'"


@pytest.mark.parametrize("name", [b"utf-8", b"UTF8", b"utf_8", b"utf-8-unix"])
@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"])
def test_utf8_coding_comment(name: bytes, mark: bytes) -> None:
    source = read(mark + b"# coding: " + name + b"\nx = '\xc3\xa9'\n")
    assert source.lines(None)[1] == "x = 'é'"


def test_a_coding_comment_counts_only_at_the_top() -> None:
    assert not read(b"x = 1\n# coding: nonsense\n").problems
    assert not read(b"\n\n# coding: nonsense\n").problems


@pytest.mark.parametrize("name", ["nonsense", "hex", "rot13"])
def test_unknown_coding(name: str) -> None:
    problem = only_problem(read(f"#!python\n# coding: {name}\nx = 1\n".encode()))
    assert problem == Problem(f"unknown encoding {name!r}", 2, 11, None)


def test_coding_that_fails() -> None:
    problem = only_problem(read(b"# coding: idna\nx..a = '\xff'\n"))
    assert "idna" in problem.message


def test_mark_and_coding_disagree() -> None:
    problem = only_problem(read(b"\xef\xbb\xbf# coding: latin-1\n"))
    assert "byte order mark says UTF-8" in problem.message
    assert (problem.line, problem.column) == (1, 11)


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-be", "utf-16-le", "utf-32"])
def test_utf16_and_utf32(encoding: str) -> None:
    problem = only_problem(read("\ufeffx = 1\n".encode(encoding)))
    assert problem.message == f"encoded as {encoding[:6].upper()}, which Python does not read"


def test_not_utf8() -> None:
    problem = only_problem(read(b"x = 1\r\ny = '\xc3\xa9\xff'\n"))
    assert problem == Problem("not utf-8 text: byte 0xff is invalid", 2, 7, None)


def test_invalid_byte_at_the_begin_of_a_line() -> None:
    assert only_problem(read(b"x\n\xff")).line == 2


def test_nul_byte() -> None:
    problem = only_problem(read(b"x = 1\n\x00\x00"))
    assert problem == Problem("not text: NUL byte at offset 6", 2, 1, None)


def test_too_large_costs_little(tmp_path: Path) -> None:
    path = tmp_path / "large.py"
    path.write_bytes(b"print 'x'\n" * 600_000)
    begin = time.perf_counter()
    source = read_file(path)
    assert time.perf_counter() - begin < 1
    assert only_problem(source) == Problem("larger than 1 MB", 1, 1, None)
    assert source.text == ""


def test_just_small_enough() -> None:
    assert not read(b"#" * (1024 * 1024)).problems


def test_lines_of_an_unread_file() -> None:
    source = read(b"\0")
    assert source.lines(None) == []
    assert source.lines(3) == []


def test_nothing_is_printed(capfd: pytest.CaptureFixture[str]) -> None:
    read(b"x = '\\d'\nif x is 1: pass\nassert (x, 'y')\n1()\n")
    read(b"print '\\d'\nx is 'a'\n'a'()\n")
    assert capfd.readouterr() == ("", "")


def test_syntax_error_is_told_as_python_tells_it() -> None:
    problem = only_problem(read(b"x = 1\nclass A\n    pass\n"))
    assert problem.line == 2
    assert problem.message.startswith("invalid syntax")


def test_no_options_leak_into_the_parse() -> None:
    (unit,) = read(b"x: y = 1\n").units
    assert isinstance(unit.tree.body[0], ast.AnnAssign)


def test_column_is_in_characters() -> None:
    problem = only_problem(read("x = 'éé' $\n".encode()))
    assert (problem.line, problem.column) == (1, 10)


def test_missing_file(tmp_path: Path) -> None:
    with pytest.raises(PathProblem, match=r"none\.py: no such file or directory$"):
        read_file(tmp_path / "none.py")


def test_directory_is_no_file(tmp_path: Path) -> None:
    with pytest.raises(PathProblem, match="directory"):
        read_file(tmp_path)


def test_nul_in_the_name() -> None:
    with pytest.raises(PathProblem, match="null"):
        read_file("a\0b.py")


def test_unreadable_file(tmp_path: Path) -> None:
    path = tmp_path / "a.py"
    path.touch(mode=0)
    if os.access(path, os.R_OK):
        pytest.skip("permissions bind no superuser")
    with pytest.raises(PathProblem, match=r"a\.py: permission denied"):
        read_file(path)


def test_path_is_kept_as_given(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("a.py").write_text("x = 1\n", encoding="utf-8")
    assert read_file("a.py").path == "a.py"
    assert read_file(Path("./a.py")).path == "a.py"


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (b"import tensorflow as tf", True),
        (b"from keras.layers import Dense", True),
        (b"with slim.arg_scope([]): pass", True),
        (b"import prettytensor as pt", True),
        (b"from common import *\ntf.get_variable('x')", True),
        (b'{"cells": [{"source": "import tensorflow"}]}', True),
        (b"import numpy as np\nprint(np.zeros(3))", False),
        (b"", False),
    ],
)
def test_names_graph(data: bytes, expected: bool) -> None:
    assert names_graph(data) is expected


def test_split_lines() -> None:
    assert split_lines("") == []
    assert split_lines("a\r\n\rb\n\n") == ["a", "", "b", ""]
