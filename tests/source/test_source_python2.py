"""Python 2: what is read, as what, and where its nodes are."""

from __future__ import annotations

import ast
import subprocess
import sys
import textwrap
import time

import pytest

from scopecheck.source import SourceFile, read_bytes


def read(text: str) -> SourceFile:
    return read_bytes(textwrap.dedent(text).encode(), "a.py")


def tree(text: str) -> ast.Module:
    source = read(text)
    assert not source.problems
    assert source.python2
    (unit,) = source.units
    return unit.tree


def check_names(source: SourceFile) -> int:
    """Every name stands where its position says; gives how many there are."""
    count = 0
    for unit in source.units:
        lines = [line.encode() for line in source.lines(unit.cell)]
        for node in ast.walk(unit.tree):
            if isinstance(node, ast.Name) and not node.id.startswith("_python2_"):
                there = lines[node.lineno - 1][node.col_offset : node.end_col_offset].decode()
                assert there == ("`" if node.id == "repr" else node.id.removesuffix("_"))
                count += 1
    return count


@pytest.mark.parametrize(
    ("python2", "python3"),
    [
        ("print 'a'", "print('a')"),
        ("print'a'", "print('a')"),
        ("print 'a',", "print('a',)"),
        ("print a, b; print c", "print(a, b); print(c)"),
        ("print 'a' % (b), c", "print('a' % (b), c)"),
        ("print 1\nprint ('a') % b", "print(1)\nprint(('a') % b)"),
        ("print 1\nprint ('a'), b", "print(1)\nprint(('a'), b)"),
        ("print 1\nprint (a)", "print(1)\nprint(a)"),
        ("print 1\nprint ('x' % y)", "print(1)\nprint('x' % y)"),
        ("print 1\nprint", "print(1)\nprint"),
        ("print 1\nprint()", "print(1)\nprint()"),
        ("print 1\nprint >>f, x, y", "print(1)\nprint(x, y, file=f)"),
        ("print 1\nprint >>f, x,", "print(1)\nprint(x, file=f)"),
        ("print 1\nprint >>f", "print(1)\nprint(file=f)"),
        ("print 1\nprint >> sys.stderr, 'a %d' % 2", "print(1)\nprint('a %d' % 2,file=sys.stderr)"),
        ("print \\\n  1", "print(1)"),
        ("print 1\nprint -1", "print(1)\nprint(-1)"),
        ("exec 'a'\nprint 1", "exec('a')\nprint(1)"),
        ("exec a in b", "exec(a, b)"),
        ("exec a in b, c", "exec(a, b, c)"),
        ("exec (a) in b; print 1", "exec((a), b); print(1)"),
        ("print 1\nexec(a, b)", "print(1)\nexec(a, b)"),
        ("raise E, 'x'", "raise E('x')"),
        ("raise E, 'x', tb", "raise E('x').with_traceback(tb)"),
        ("raise 'text', x", "raise 'text'(x)"),
        ("print 1\nraise\nraise E\nraise E('x')", "print(1)\nraise\nraise E\nraise E('x')"),
        ("x = `y`", "x = repr(y)"),
        ("x = `y, z`", "x = repr((y, z))"),
        ("x = `1 + `y``", "x = repr(1 + repr(y))"),
        ("x <> y", "x != y"),
        ("x = 0777", "x = 0o777"),
        ("x = 0777L", "x = 0o777"),
        ("x = 10L + 0xFFl + 0L", "x = 10 + 0xFF + 0"),
        ("x = 010 + 00 + 0 + 0.5 + 09.5 + 1e5", "x = 0o10 + 00 + 0 + 0.5 + 09.5 + 1e5"),
        ("x = ur'\\d' + UR'x' + uR'y'", "x = r'\\d' + R'x' + R'y'"),
        ("x = u'a' + b'b'; print x", "x = u'a' + b'b'; print(x)"),
        ("x = b'\xe9'", "x = '\xe9'"),
        ("x = 'C:\\users \\\\u \\n'", "x = 'C:\\\\users \\\\u \\n'"),
        (
            "from __future__ import unicode_literals\nx = '\\u00e9'; raise E, x",
            "from __future__ import unicode_literals\nx = '\\u00e9'; raise E(x)",
        ),
        ("[x for x in 1, 2]", "[x for x in (1, 2)]"),
        ("x = b'a' u'b' 'c' + b'd' bR'e'", "x = 'a' u'b' 'c' + b'd' bR'e'"),
        ("print 1\ndef f(): print (yield)", "print(1)\ndef f(): print((yield))"),
        (
            "nonlocal = 1\nx.nonlocal = nonlocal; print 1",
            "nonlocal_ = 1\nx.nonlocal_ = nonlocal_; print(1)",
        ),
        ("from b import False, x as True", "from b import False_, x as True_"),
        ("import True, a.None as False", "import True_, a.None_ as False_"),
        (
            "True, (x, [False]) = False, (True, [None])",
            "True_, (x, [False_]) = False, (True, [None])",
        ),
        ("x = True = y; False |= {True}", "x = True_ = y; False_ |= {True}"),
        (
            "for x, True in True, 1: x[True].True = f(True, False=True)",
            "for x, True_ in (True, 1): x[True].True_ = f(True, False_=True)",
        ),
        (
            "def True(x=True, False=None): global True; del True, x.None",
            "def True_(x=True, False_=None): global True_; del True_, x.None_",
        ),
        (
            "class False(True): x = lambda True, y=True: (True, [True for True in y if True])",
            "class False_(True): x = lambda True_, y=True: (True, [True for True_ in y if True])",
        ),
        (
            "with True as True, x as (y, False): x.None(None)",
            "with True as True_, x as (y, False_): x.None_(None)",
        ),
        (
            "try: pass\nexcept True, False: x\nexcept E as (a, b): y",
            "try: pass\nexcept True as False_: x\n"
            "except E as _python2_error_1: (a, b) = _python2_error_1; y",
        ),
        ("print 1\n[x for x in y if x]", "print(1)\n[x for x in y if x]"),
        (
            "try:\n    pass\nexcept E, e:\n    pass\nexcept (A, B), e:\n    pass",
            "try:\n    pass\nexcept E as e:\n    pass\nexcept (A, B) as e:\n    pass",
        ),
        ("try: pass\nexcept E,e: pass", "try: pass\nexcept E as e: pass"),
        (
            "try:\n  pass\nexcept E, (a, b):\n  c",
            "try:\n  pass\nexcept E as _python2_error_1:\n  (a, b) = _python2_error_1\n  c",
        ),
        (
            "try:\n  pass\nexcept E, x.y: c",
            "try:\n  pass\nexcept E as _python2_error_1: x.y = _python2_error_1; c",
        ),
        (
            "def f(a, (b, c), d=1):\n    return b",
            "def f(a, _python2_parameter_1, d=1):\n    (b, c) = _python2_parameter_1\n    return b",
        ),
        (
            "def f((b, c)=(1, 2)): return b",
            "def f(_python2_parameter_1=(1, 2)): (b, c) = _python2_parameter_1; return b",
        ),
        (
            "def f((a, (b, c))):\n  '''Doc.'''\n  # note\n  return b",
            "def f(_python2_parameter_1):\n  '''Doc.'''\n"
            "  (a, (b, c)) = _python2_parameter_1\n  return b",
        ),
        (
            "def f((a, b), (c, d)):\n\tif a: return c",
            "def f(_python2_parameter_1, _python2_parameter_2):\n"
            "\t(c, d) = _python2_parameter_2\n\t(a, b) = _python2_parameter_1\n"
            "\tif a: return c",
        ),
        (
            "def f((a, b)):\n  '''Doc.'''\nx",
            "def f(_python2_parameter_1):\n  '''Doc.'''\n  (a, b) = _python2_parameter_1\nx",
        ),
        (
            "g = lambda (x, y): x + y",
            "g = lambda _python2_parameter_1: (lambda x, y: x + y)(*_python2_parameter_1)",
        ),
        (
            "g = lambda (x): x",
            "g = lambda _python2_parameter_1: (lambda x: x)(_python2_parameter_1)",
        ),
        (
            "g = lambda k, (x, (y, z)): f(x=y)",
            "g = lambda k, _python2_parameter_1: (lambda x, _python2_parameter_2:"
            " (lambda y, z: f(x=y))(*_python2_parameter_2))(*_python2_parameter_1)",
        ),
        (
            "g = lambda (x,), (y, z): x",
            "g = lambda _python2_parameter_1, _python2_parameter_2: (lambda y, z:"
            " (lambda x,: x)(*_python2_parameter_1))(*_python2_parameter_2)",
        ),
        ("if x:\n        a\n\tb\n", "if x:\n    a\n    b\n"),
        ("if x:\n    if y:\n\ta\n        b\n", "if x:\n  if y:\n    a\n    b\n"),
        ("print 1\nx = async\ny.await = x", "print(1)\nx = async_\ny.await_ = x"),
    ],
)
def test_is_read_as(python2: str, python3: str) -> None:
    source = read_bytes(python2.encode(), "a.py")
    assert not source.problems
    assert source.python2
    assert ast.dump(source.units[0].tree) == ast.dump(ast.parse(python3))
    check_names(source)


def test_python3_is_not_python2() -> None:
    source = read("from __future__ import print_function\nprint('a', file=f)\nx = 1 / 2\n")
    assert not source.python2


def test_chevron_alone_is_python3_as_well() -> None:
    assert not read("print >>f, 'x'\n").python2


def test_print_function_in_python2() -> None:
    source = read("from __future__ import print_function\nprint('a', file=f)\nx = 0777\n")
    assert source.python2
    assert check_names(source) == 3


def test_print_function_without_the_import() -> None:
    source = read("print('a', file=f)\nraise E, 'x'\n")
    assert source.python2


def test_exec_function() -> None:
    source = read("x = exec\nprint('a', file=f)\ny = 0777\n")
    assert source.python2


def test_a_newer_keyword_is_not_python2() -> None:
    source = read("f(async=True)\ny = x.async\nasync def g(): await y\n")
    assert not source.problems
    assert not source.python2
    (call,) = [n for n in ast.walk(source.units[0].tree) if isinstance(n, ast.keyword)]
    assert call.arg == "async_"
    assert (call.col_offset, call.end_col_offset) == (2, 12)


def test_lines_stay_when_lines_are_inserted() -> None:
    source = read(
        """\
        import a

        def f(x, (p, q), (r, s)):
            # why
            return p

        def g((t, u)):
            '''Doc
            string.'''
            for i in t:
                print i
            return u

        last = f(a)
        """
    )
    assert source.python2
    assert check_names(source) == 15
    statements = source.units[0].tree.body
    assert [(s.lineno, s.end_lineno) for s in statements] == [(1, 1), (3, 5), (7, 12), (14, 14)]
    f, g = statements[1:3]
    assert isinstance(f, ast.FunctionDef)
    assert isinstance(g, ast.FunctionDef)
    assert [s.lineno for s in f.body] == [3, 3, 5]
    assert [s.lineno for s in g.body] == [8, 7, 10, 12]
    assert [a.col_offset for a in f.args.args] == [6, 9, 17]


def test_columns_stay_when_text_is_inserted() -> None:
    print_, last = tree("print >>f, 'é', a; b = `a` <> 0777L, c\n").body
    assert (print_.col_offset, print_.end_col_offset) == (0, 18)
    assert (last.col_offset, last.end_col_offset) == (20, 39)
    assert isinstance(last, ast.Assign)
    assert isinstance(last.value, ast.Tuple)
    compared, c = last.value.elts
    assert (compared.col_offset, compared.end_col_offset) == (24, 36)
    assert (c.col_offset, c.end_col_offset) == (38, 39)


def test_columns_of_multi_line_strings_and_calls() -> None:
    source = read(
        """\
        print 1
        x = f('''
          text''', (y
            ), z)
        """
    )
    assign = source.units[0].tree.body[1]
    assert (assign.lineno, assign.end_lineno, assign.end_col_offset) == (2, 4, 9)
    assert isinstance(assign, ast.Assign)
    assert isinstance(assign.value, ast.Call)
    text = assign.value.args[0]
    assert (text.lineno, text.col_offset, text.end_lineno, text.end_col_offset) == (2, 6, 3, 9)
    assert check_names(source) == 5


def test_columns_in_tabs_are_the_original_ones() -> None:
    source = read_bytes(b"if x:\n        a = b\n\tc = d\n\tif e:\n\t    f(g)\n", "a.py")
    assert source.python2
    assert check_names(source) == 8
    (branch,) = source.units[0].tree.body
    assert isinstance(branch, ast.If)
    assert [(s.lineno, s.col_offset) for s in branch.body] == [(2, 8), (3, 1), (4, 1)]


def test_tabs_in_strings_stay() -> None:
    (branch,) = tree("if x:\n        a = '''1\n\t2'''\n\tb = '\t'\n").body
    assert isinstance(branch, ast.If)
    assert [ast.literal_eval(s.value) for s in branch.body if isinstance(s, ast.Assign)] == [
        "1\n\t2",
        "\t",
    ]


@pytest.mark.parametrize("end", ["\r\n", "\r", "\n"])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_positions_after_line_ends_and_mark(end: str, mark: str) -> None:
    text = end.join(["print 'é', a", "\x0c", "def f((b, c)):", "    return b, `c`", "\x0cd"])
    source = read_bytes((mark + text).encode(), "a.py")
    assert source.python2
    assert check_names(source) == 8
    assert source.lines(None)[3] == "    return b, `c`"
    assert source.units[0].tree.body[-1].lineno == 5


def test_the_whole_way_gives_pythons_own_positions() -> None:
    """What needs no rewriting gets the very positions that `ast` gives."""
    from scopecheck.source.python2 import Conversion, parse_python2

    text = textwrap.dedent(
        """\
        import os  # why
        @decorate(a)
        class A(B, metaclass=C):
            '''Doc.'''

            def f(self, x: int = 1, *args, **kwargs) -> None:
                with open('é' + x) as f, g:
                    return [y for y in (f, g) if y][1:2, ...]
        # a comment
        if x and \\
                y: pass
        elif (z
              or w): x = lambda a, b=1: {a: b}
        """
    )
    conversion = parse_python2(text)
    assert isinstance(conversion, Conversion)
    assert ast.dump(conversion.tree, include_attributes=True) == ast.dump(
        ast.parse(text), include_attributes=True
    )


@pytest.mark.parametrize(
    ("text", "message", "line", "column"),
    [
        # Python 3, broken: its own words.
        ("x = 1\nclass A:\npass\n", "expected an indented block", 3, 1),
        ("def f():\n    x = (1,\n", "'(' was never closed", 2, 9),
        ("print('a', file=f)\nx = = 1\n", "invalid syntax", 2, 5),
        ("x = f(a=1, 2)\n", "positional argument follows keyword argument", 1, 13),
        ("x = `a`\ny = '''\n", "unterminated triple-quoted string", 2, 5),
        # Python 2, broken further down: there.
        ("print 'a'\nx = 1\ny = = 2\n", "invalid Python 2 syntax near '='", 3, 5),
        ("try: pass\nexcept E, e: pass\n\nx = (1,\n", "EOF in multi-line statement", 6, 1),
        ("print 'a'\nif x:\n    a\n  b\n", "unindent does not match", 4, 3),
        # Python 2 grammar, and still refused.
        ("print 'é', `x`; f() = 1\n", "cannot assign to function call", 1, 17),
    ],
)
def test_error_of_the_right_python(text: str, message: str, line: int, column: int) -> None:
    source = read_bytes(text.encode(), "a.py")
    (problem,) = source.problems
    assert message in problem.message
    assert problem.message.startswith("invalid ")
    assert (problem.line, problem.column) == (line, column)
    assert not source.units
    assert source.lines(None)


def test_too_large_for_the_python2_parser() -> None:
    (problem,) = read_bytes(b"print 1\n" * 100_000, "a.py").problems
    assert problem.message == "larger than 512 KB, which is too large to be read as Python 2"
    (problem,) = read_bytes(b"x = 1\n" * 100_000 + b"y = = 1\n", "a.py").problems
    assert (problem.message, problem.line) == ("invalid syntax", 100_001)


def test_long_lines_cost_no_more() -> None:
    """A line's length must not count once more for each token on it."""
    from scopecheck.source.python2 import _Columns, _Writer

    begin = time.perf_counter()
    columns = _Columns(["é" * 200_000])
    assert [columns.utf8(1, at) for at in range(200_001)][-1] == 400_000
    writer = _Writer()
    for _ in range(200_000):
        assert writer.begin_token()[0] == 1
        writer.write("é")
    assert writer.position == (1, 400_000)
    assert time.perf_counter() - begin < 5


@pytest.mark.parametrize(
    "text", ["$", "?", "print 'a' $", "x = '", "(((", ")", "\\", "\\\n", "print \\", "if x:", "\t"]
)
def test_hostile_texts(text: str) -> None:
    source = read_bytes(text.encode(), "a.py")
    assert len(source.problems) + len(source.units) == 1
    for problem in source.problems:
        assert problem.line >= 1
        assert problem.column >= 1


def test_fissix_is_imported_only_where_needed() -> None:
    code = """
import sys
from scopecheck.source import read_bytes
read_bytes(b"print('a')", "a.py")
assert not [name for name in sys.modules if name.startswith(("fissix", "libcst"))]
read_bytes(b"print 'a'", "a.py")
assert "fissix.pytree" in sys.modules
"""
    subprocess.run([sys.executable, "-c", code], check=True)
