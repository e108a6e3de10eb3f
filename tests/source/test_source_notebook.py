"""Notebooks: cells, magics, and what only claims to be a notebook."""

from __future__ import annotations

import ast
import json
from typing import Any

import pytest

from scopecheck.source import Problem, SourceFile, read_bytes


def code(source: object) -> dict[str, object]:
    return {"cell_type": "code", "source": source, "outputs": [], "metadata": {}}


def read(*sources: object, **notebook: Any) -> SourceFile:
    cells = [code(source) for source in sources]
    return read_bytes(json.dumps({"cells": cells, "nbformat": 4, **notebook}).encode(), "a.ipynb")


def python(source: str) -> str:
    """What one cell is read as."""
    result = read(source)
    assert not result.problems
    return ast.unparse(result.units[0].tree)


def test_cells_are_units() -> None:
    cells = [
        {"cell_type": "markdown", "source": "# no code"},
        code(["a = 1\n", "b = 2"]),
        {"cell_type": "raw", "source": "("},
        code("c = 3"),
        code(""),
    ]
    source = read_bytes(json.dumps({"cells": cells}).encode(), "x/A.IPYNB")
    assert [unit.cell for unit in source.units] == [1, 3, 4]
    assert not source.problems
    assert source.lines(1) == ["a = 1", "b = 2"]
    assert source.lines(3) == ["c = 3"]
    assert source.lines(0) == []
    assert source.text == ""


def test_format_3() -> None:
    cells = [
        {"cell_type": "heading", "source": "x"},
        {"cell_type": "code", "input": ["a = 1\n", "b"], "language": "python"},
        {"cell_type": "code", "input": "print 'c'"},
    ]
    notebook = {"worksheets": [{"cells": cells}], "nbformat": 3}
    source = read_bytes(json.dumps(notebook).encode(), "a.ipynb")
    assert [unit.cell for unit in source.units] == [1, 2]
    assert source.python2


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_encodings(encoding: str) -> None:
    data = json.dumps({"cells": [code("x = 'é'")]}, ensure_ascii=False).encode(encoding)
    assert read_bytes(data, "a.ipynb").lines(0) == ["x = 'é'"]


def test_bad_cell_loses_only_itself() -> None:
    source = read("a = 1", "b = (\n", "c = 1\nd = = 2", "e")
    assert [unit.cell for unit in source.units] == [0, 3]
    first, second = source.problems
    assert (first.cell, first.line, first.column) == (1, 1, 5)
    assert (second.cell, second.line, second.column) == (2, 2, 5)


def test_python2_cell() -> None:
    source = read("x = 1", "%matplotlib inline\nprint `x`, y\n")
    assert source.python2
    name = [n for n in ast.walk(source.units[1].tree) if isinstance(n, ast.Name) and n.id == "y"]
    assert [(n.lineno, n.col_offset) for n in name] == [(2, 11)]


def test_positions_are_those_of_the_cell() -> None:
    source = read("!ls 'don't'\n%time a = b(c)\nx = !pwd\n  \nif d:\n    %magic (\n    e\n")
    names = [n for n in ast.walk(source.units[0].tree) if isinstance(n, ast.Name)]
    lines = source.lines(0)
    assert {n.id for n in names} >= set("abcxde")
    for name in names:
        assert lines[name.lineno - 1][name.col_offset : name.end_col_offset] == name.id


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        ("%matplotlib inline\nx = 1", "pass\nx = 1"),
        ("!pip install 'x\ny", "pass\ny"),
        ("!!ls (\ny", "pass\ny"),
        ("!pip install \\\n  a \\\n  b\ny", "pass\ny"),
        ("if a:\n    !ls\nelse:\n    %cd x", "if a:\n    pass\nelse:\n    pass"),
        ("x = !ls -l\ny", "x = None\ny"),
        ("a, b = %magic x", "a, b = None"),
        ("x.y = %env HOME", "x.y = None"),
        ("?help\ny", "pass\ny"),
        ("tf.layers.dense?\ny", "pass\ny"),
        ("tf.layers.dense??", "pass"),
        ("pip install tensorflow\ny", "pass\ny"),
        ("cd ../data\ny", "pass\ny"),
        ("%time x = f(1)", "pass\nx = f(1)"),
        ("%timeit -n 10 -r3 f(x)", "pass\nf(x)"),
        ("if a:\n    %time x = 1", "if a:\n    pass\n    x = 1"),
        ("%time for i in x: y", "pass"),
        ("%time", "pass"),
        ("%%time\nx = 1", "x = 1"),
        ("# note\n\n%%capture out\n%%time\n!ls\nx", "pass\nx"),
        ("x = ('%s'\n%y)\n!ls", "x = '%s' % y\npass"),
        ("x = '''\n!ls\n'''\n%y", "x = '\\n!ls\\n'\npass"),
        ("x = 7 \\\n% 2\n!ls", "x = 7 % 2\npass"),
        ("x = 7 \\\n% 2", "x = 7 % 2"),
        ("await f()", "await f()"),
        ("async with f() as x:\n    pass", "async with f() as x:\n    pass"),
        ("return_ = [await x for x in y]\n%magic", "return_ = [await x for x in y]\npass"),
        ("  a = 1\n  if a:\n      b", "a = 1\nif a:\n    b"),
    ],
)
def test_magics(cell: str, expected: str) -> None:
    assert python(cell) == ast.unparse(ast.parse(expected))


def test_indented_cell_keeps_positions() -> None:
    source = read("\n  a = 'é'; b\n  c\nd")
    names = [n for n in ast.walk(source.units[0].tree) if isinstance(n, ast.Name)]
    assert sorted((n.id, n.lineno, n.col_offset) for n in names) == [
        ("a", 2, 2),
        ("b", 2, 12),
        ("c", 3, 2),
        ("d", 4, 0),
    ]
    (problem,) = read("  a = 1\n  b = = 2\n").problems
    assert (problem.line, problem.column) == (2, 7)


@pytest.mark.parametrize("magic", ["bash", "html", "javascript", "writefile a.py", "R", "!", "sql"])
def test_cells_of_other_languages(magic: str) -> None:
    source = read(f"%%{magic}\n<b>don't (\n", "x = 1")
    assert [unit.cell for unit in source.units] == [1]
    assert not source.problems
    assert source.lines(0)


@pytest.mark.parametrize("section", ["language_info", "kernelspec"])
def test_notebooks_of_other_languages(section: str) -> None:
    key = "name" if section == "language_info" else "language"
    assert read("x <- 1", metadata={section: {key: "R"}}).units == ()
    assert read("x <- = 1", metadata={section: {key: "R"}}).problems == ()
    assert len(read("x = 1", metadata={section: {key: "python"}}).units) == 1


def test_kernel_says_python2() -> None:
    for version, expected in (("2.7.12", True), ("3.6.1", False), (None, False), (2, False)):
        info = {"name": "python", "version": version}
        assert read("x = 1 / 2", metadata={"language_info": info}).python2 is expected


@pytest.mark.parametrize(
    ("data", "message", "line", "column"),
    [
        (b"", "not a notebook: Expecting value", 1, 1),
        (b"{\n  'a'}", "not a notebook: Expecting property name", 2, 3),
        (b"\xff\xfe\x00", "not a notebook: ", 1, 1),
        (b"\x00\x01\x02\xff", "not a notebook: ", 1, 1),
        (b"[]", "not a notebook: no JSON object", 1, 1),
        (b"null", "not a notebook: no JSON object", 1, 1),
        (b'"cells"', "not a notebook: no JSON object", 1, 1),
        (b"NaN", "not a notebook: no JSON object", 1, 1),
        (b"{}", "not a notebook: no list of cells", 1, 1),
        (b'{"cells": {}}', "not a notebook: no list of cells", 1, 1),
        (b'{"cells": null}', "not a notebook: no list of cells", 1, 1),
        (b'{"worksheets": []}', "not a notebook: no list of cells", 1, 1),
        (b'{"worksheets": [1]}', "not a notebook: no list of cells", 1, 1),
        (b'{"worksheets": {"cells": []}}', "not a notebook: no list of cells", 1, 1),
        (b'{"cells": ' + b"9" * 10_000 + b"}", "not a notebook: ", 1, 1),
    ],
)
def test_hostile_json(data: bytes, message: str, line: int, column: int) -> None:
    source = read_bytes(data, "a.ipynb")
    (problem,) = source.problems
    assert problem.message.startswith(message)
    assert (problem.line, problem.column, problem.cell) == (line, column, None)
    assert not source.units


def test_hostile_cells() -> None:
    cells: list[object] = [
        1,
        None,
        [],
        {},
        {"cell_type": "code"},
        {"cell_type": 5},
        code(5),
        code([1, "a"]),
        code({"a": 1}),
        code(None),
        code("\ud800 = 1"),
        code("a = '\udc00'"),
        code("a\nb\0"),
        code("x"),
    ]
    for metadata in (None, [], {"language_info": 5}, {"language_info": {"name": []}}):
        source = read_bytes(json.dumps({"cells": cells, "metadata": metadata}).encode(), "a.ipynb")
        assert [unit.cell for unit in source.units] == [4, 13]
        assert [problem.cell for problem in source.problems] == [0, 1, 2, 6, 7, 8, 9, 10, 11, 12]
        last = source.problems[-1]
        assert last == Problem("not text: character '\\x00'", 2, 2, 12)


def test_huge_cell() -> None:
    source = read("x = 1\n" * 800_000, "y")
    assert [problem.message for problem in source.problems] == ["larger than 1 MB"]
    assert [unit.cell for unit in source.units] == [1]


def test_outputs_may_be_large() -> None:
    cells = [{**code("x = 1"), "outputs": ["A" * 6_000_000]}]
    source = read_bytes(json.dumps({"cells": cells}).encode(), "a.ipynb")
    assert len(source.units) == 1


def test_huge_notebook() -> None:
    source = read_bytes(b" " * (64 * 1024 * 1024 + 1), "a.ipynb")
    assert [problem.message for problem in source.problems] == ["larger than 64 MB"]
