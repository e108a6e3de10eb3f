"""Input that is broken, hostile or huge: a clear word, the other findings, bounded cost.

Every program runs next to ``z.py``, whose finding must survive it.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

import bounded
import pytest

from scopecheck.engine import check_paths
from scopecheck.source.decode import MAX_BYTES

GRAPH = "import tensorflow.compat.v1 as tf\ntf.disable_v2_behavior()\n"
TWICE = 'tf.get_variable("w", [1])\ntf.get_variable("w", [1])\n'
BUG = GRAPH + TWICE
Z = ["z.py:4:1: SCO101"]

Files = Mapping[str, str | bytes]


@dataclass(frozen=True, slots=True)
class Checked:
    """How a run ended, the place and code of its findings, and what it said besides."""

    code: int
    places: list[str]
    out: str
    err: str


def check(folder: Path, files: Files, *paths: str) -> Checked:
    """Checks some files through the command line, within the bounds of time and memory."""
    for name, content in {**files, "z.py": BUG}.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
    done = bounded.run("--output-format", "concise", *(paths or (".",)), cwd=folder)
    done.check()
    places = [" ".join(line.split(" ")[:2]) for line in done.out.splitlines()]
    return Checked(done.code, places, done.out, done.err)


def repeated(pattern: str, count: int) -> str:
    """A text for each number, with the number and the next one put in."""
    return "".join(pattern.format(i, i + 1) for i in range(count))


# -- what cannot be read ------------------------------------------------------------------

UNREADABLE: dict[str, tuple[str, str | bytes, str]] = {
    "five megabytes": ("a.py", "x = 1\n" * 900_000, "a.py:1:1: SCO901 this cannot be parsed: larg"),
    "binary": ("a.py", bytes(range(256)) * 100, "a.py:1:1: SCO901 this cannot be parsed: not text"),
    "binary without NUL": ("a.py", bytes(range(1, 256)) * 9, "not utf-8 text: byte 0x80"),
    "a NUL byte": ("a.py", "x = 1\n\0\n", "a.py:2:1: SCO901 this cannot be parsed: not text"),
    "UTF-16": ("a.py", "x = 1\n".encode("utf-16"), "encoded as UTF-16, which Python does not read"),
    "an unknown encoding": ("a.py", "# coding: klingon\n", "unknown encoding 'klingon'"),
    "syntax": ("a.py", "x = 1\nif x\n    pass\n", "a.py:2:5: SCO901"),
    "parentheses": ("a.py", f"x = {'(' * 20_000}{')' * 20_000}\n", "too deeply nested"),
    "signs": ("a.py", f"x = {'-' * 20_000}1\n", "too deeply nested"),
    "blocks": (
        "a.py",
        "".join(f"{' ' * i}if x:\n" for i in range(1_000)) + f"{' ' * 1_000}pass\n",
        "too deeply nested",
    ),
    "calls in calls": ("a.py", f"x = {'f(' * 1_000}1{')' * 1_000}\n", "too deeply nested"),
    "attributes": ("a.py", f"x = tf{'.a' * 9_000}\n", "too deeply nested"),
    "a sum": ("a.py", f"x = {'+'.join(['1'] * 20_000)}\n", "too deeply nested"),
    "a number": ("a.py", f"x = {'9' * 5_000}\n", "a.py:1:1: SCO901"),
    "half a notebook": ("a.ipynb", '{"cells": [', "a.ipynb:1:12: SCO901"),
    "a list as notebook": ("a.ipynb", "[]", "not a notebook: no JSON object"),
    "a number as cells": ("a.ipynb", '{"cells": 3}', "not a notebook: no list of cells"),
    "nested lists": ("a.ipynb", "[" * 100_000, "not a notebook: too deeply nested"),
    "nested objects": ("a.ipynb", '{"a":' * 100_000, "not a notebook: too deeply nested"),
    "digits": ("a.ipynb", "1" * 5_000, "not a notebook"),
    "no bytes of JSON": ("a.ipynb", b"\xff\xfe", "not a notebook"),
    "a cell that is no cell": ("a.ipynb", '{"cells": [1]}', "a.ipynb:cell 1:1: SCO901"),
    "a cell of numbers": (
        "a.ipynb",
        '{"cells": [{"cell_type": "code", "source": [1]}]}',
        "a notebook cell whose source is no text",
    ),
}


@pytest.mark.parametrize(("name", "content", "word"), UNREADABLE.values(), ids=UNREADABLE)
def test_unreadable(tmp_path: Path, name: str, content: str | bytes, word: str) -> None:
    done = check(tmp_path, {name: content})
    (first, *others) = done.out.splitlines()
    assert word in first
    assert (done.code, done.places[1:], done.err) == (1, Z, "")
    assert len(others) == 1
    assert done.places[0].startswith(name)


@pytest.mark.parametrize("text", ["", "\n\n", "# only\n\n  # comments\n", "\f\n", "\ufeff"])
def test_nothing_to_read(tmp_path: Path, text: str) -> None:
    done = check(tmp_path, {"a.py": text})
    assert (done.code, done.places, done.err) == (1, Z, "")
    assert check(tmp_path, {"a.py": text}, "a.py").code == 0


def test_one_syntax_error_in_fifty_files(tmp_path: Path) -> None:
    files = {f"m{number:02}.py": BUG for number in range(49)}
    done = check(tmp_path, {**files, "m49.py": "def (\n"})
    kept = [f"m{number:02}.py:4:1: SCO101" for number in range(49)]
    assert (done.code, done.places) == (1, [*kept, "m49.py:1:5: SCO901", *Z])


def test_cells_of_a_hostile_notebook(tmp_path: Path) -> None:
    cells = ["%%bash\nexit 1", "%matplotlib inline\n" + GRAPH, "def (", "!ls\n?x\ny = !ls"]
    cells += ["(" * 20_000, "x = '\0'", *TWICE.splitlines(), "get_ipython().magic('x')"]
    notebook = {"cells": [{"cell_type": "code", "source": cell} for cell in cells]}
    done = check(tmp_path, {"a.ipynb": json.dumps(notebook)})
    assert done.code == 1
    assert done.places == [
        "a.ipynb:cell 3:1:",
        "a.ipynb:cell 5:1:",
        "a.ipynb:cell 6:1:",
        "a.ipynb:cell 8:1:",
        *Z,
    ]


# -- what cannot be opened ----------------------------------------------------------------


def test_a_directory_that_may_not_be_read(tmp_path: Path) -> None:
    project = tmp_path / "project"
    (project / "closed").mkdir(parents=True)
    (project / "closed" / "b.py").write_text(BUG)
    (project / "closed").chmod(0)
    try:
        done = check(project, {})
        given = check(project, {}, "closed", "z.py")
    finally:
        (project / "closed").chmod(0o700)
    for one in (done, given):
        assert one.err == "scopecheck: closed: permission denied\n"
        assert (one.code, one.places) == (2, Z)


def test_a_file_that_may_not_be_read(tmp_path: Path) -> None:
    (tmp_path / "a.py").write_text(BUG)
    (tmp_path / "a.py").chmod(0)
    done = check(tmp_path, {})
    assert (done.code, done.places) == (2, Z)
    assert done.err == "scopecheck: a.py: permission denied\n"


def test_links_that_lead_nowhere_or_round(tmp_path: Path) -> None:
    project = tmp_path / "project"
    project.mkdir()
    (project / "again").symlink_to(project)
    (project / "up").symlink_to(tmp_path)
    (project / "one.py").symlink_to("two.py")
    (project / "two.py").symlink_to("one.py")
    (project / "gone.py").symlink_to("nowhere.py")
    done = check(project, {})
    assert done.places == Z
    assert done.code in (1, 2)
    assert all(line.startswith("scopecheck: ") for line in done.err.splitlines())
    given = check(project, {}, "one.py", "z.py")
    assert (given.code, given.places) == (2, Z)
    assert given.err.startswith("scopecheck: one.py: ")


def test_a_path_that_is_no_file(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.py")
    (tmp_path / "folder.py").mkdir()
    (tmp_path / "endless.py").symlink_to("/dev/zero")
    done = check(tmp_path, {})
    assert Z[0] in done.places
    assert "pipe.py" not in done.out


def test_a_file_that_disappears(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from scopecheck import workspace

    monkeypatch.chdir(tmp_path)
    for name in ("a.py", "z.py"):
        Path(name).write_text(BUG)
    found = workspace.discover

    def losing(*args: object, **options: object) -> Iterator[Path]:
        files = list(found(*args, **options))  # type: ignore[arg-type]
        Path("a.py").unlink()
        return iter(files)

    monkeypatch.setattr(workspace, "discover", losing)
    result = check_paths(["."]).result
    assert [one.site.file for one in result.findings] == ["z.py"]
    assert [(one.file, one.message) for one in result.failures] == [
        ("a.py", "no such file or directory")
    ]


# -- what costs ---------------------------------------------------------------------------

LARGE = {
    "statements": "x = tf.constant(1)\n",
    "functions": "def f{0}(x):\n    return tf.get_variable('w{0}', [1]) + x\n",
    "classes": "class C{0}:\n    def f(self):\n        return tf.get_variable('w{0}', [1])\n",
    "scopes": "with tf.variable_scope('s{0}'):\n    tf.get_variable('w', [1])\n",
    "tests": "if tf.x == {0}:\n    tf.get_variable('w{0}', [1])\n",
}
OFTEN = ("statements", "scopes", "tests")
"""What is tried unless ``SCOPECHECK_TEST_ALL`` is set."""
ALL = bool(os.environ.get("SCOPECHECK_TEST_ALL"))


@pytest.mark.parametrize(
    "pattern", [LARGE[one] for one in (LARGE if ALL else OFTEN)], ids=LARGE if ALL else OFTEN
)
def test_a_file_just_below_the_limit(tmp_path: Path, pattern: str) -> None:
    count = int(MAX_BYTES * 0.95) // len(pattern.format(100_000))
    check(tmp_path, {"a.py": GRAPH + repeated(pattern, count)}, "a.py")


# Each is followed by a collision; True where the checker is to come that far.
COSTLY: dict[str, tuple[bool, str]] = {
    "calls in calls": (True, f"def f(x): return x\nf{'(f' * 150}(1){')' * 150}"),
    "calls on calls": (True, f"class A:\n def f(self): return self\nA(){'.f()' * 1_000}"),
    "a chain of functions": (
        False,
        repeated("def f{0}(x): return f{1}(x)\n", 1_000)
        + "def f1000(x): return tf.get_variable('w', [1])\nf0(1)\nf0(1)",
    ),
    "a chain of classes": (
        True,
        "class A0: pass\n" + repeated("class A{1}(A{0}): pass\n", 1_000) + "A1000()",
    ),
    "chains of lambdas": (True, f"x = {'lambda: ' * 500}1\nx{'()' * 500}"),
    "while True": (True, "i = 0\nwhile True:\n    i += 1\n    if tf.x(i): break"),
    "loops without end": (False, "while True:\n  while True:\n    while True: tf.constant(1)"),
    "a network of unknown depth": (
        True,
        "import sys\ndef net(x, n):\n  with tf.variable_scope('level'):\n    if n == 0:\n"
        "      return tf.get_variable('v', [1])\n    return net(x, n - 1)\n"
        "net(1, int(sys.argv[1]))",
    ),
    "a network of two arms": (
        False,
        "import sys\ndef net(x, n):\n  with tf.variable_scope('level'):\n    if n == 0:\n"
        "      return tf.get_variable('v', [1])\n    return net(x, n - 1) + net(x, n - 1)\n"
        "net(1, int(sys.argv[1]))",
    ),
    "recursion without end": (False, "def f(x): return f(x) + f(x)\nf(1)"),
    "recursion in a loop": (False, "def f(n):\n  for i in range(n): f(n)\nf(50)"),
    "a slow recursion": (False, "def fib(n): return n if n < 2 else fib(n-1) + fib(n-2)\nfib(60)"),
    "a call of itself": (False, "(lambda f: f(f))(lambda f: f(f))"),
    "decorators of decorators": (
        False,
        "def d(f):\n  def w(*a): return w(*a)\n  return w\n@d\ndef g(): return g()\ng()",
    ),
    "a decorator that decorates": (False, "def d(f): return d(f)\n@d\ndef g(): pass"),
    "generators of themselves": (False, "def g(): yield from g()\nlist(g())"),
    "generators in generators": (
        False,
        "def g(n):\n  yield n\n  for x in g(n + 1): yield x\nsum(g(0))",
    ),
    "a context of itself": (
        False,
        "from contextlib import contextmanager\n@contextmanager\ndef c():\n  with c(): yield\n"
        "with c(): pass",
    ),
    "a class of itself": (False, "class A(A): pass"),
    "a class over its namesake": (
        False,
        "class A: pass\nclass A(A):\n  def f(self): return super(A, self).f()\nA().f()",
    ),
    "attributes of themselves": (
        False,
        "class A:\n  def __getattr__(self, n): return getattr(self, n)\nA().b",
    ),
    "equality of itself": (False, "class A:\n  def __eq__(self, o): return self == o\nA() == A()"),
    "a function under cond": (False, "def f(): return tf.cond(True, f, f)\nf()"),
    "a template of itself": (False, "t = tf.make_template('a', lambda: t())\nt()"),
    "many tests": (
        False,
        "import sys\n" + repeated("if sys.argv[{0}]: tf.get_variable('v{0}', [1])\n", 1_000),
    ),
    "deep tests": (
        True,
        "import sys\n"
        + "".join(f"{' ' * i}if sys.argv[{i}]:\n" for i in range(90))
        + " " * 90
        + "tf.get_variable('v', [1])",
    ),
    "a huge list": (True, f"x = [{', '.join(map(str, range(100_000)))}]\nfor i in x: tf.zeros(i)"),
    "huge strings": (True, "x = 'a' * 10**12\ny = x + x\nz = 'a' * 10**7 * 10**7"),
    "huge powers": (True, "x = 10**10**10\ny = 2 << 10**10\nz = pow(9, 10**10)"),
    "towers of powers": (True, "x = 2\nfor i in range(40): x = x**x"),
    "huge lists": (True, "x = [0] * 10**12\ny = (1,) * 10**10\nz = bytearray(10**12)"),
    "huge fields": (
        True,
        "a = '%1000000000000d' % 3\nb = '{:>1000000000000}'.format(1)\nc = f'{1:>1000000000000}'\n"
        "d = 'a'.ljust(10**12)\ne = 'a'.zfill(10**12)\nf = format(1, '1000000000000')\n"
        "g = '\\t'.expandtabs(10**12)\nh = 'a'.center(10**12)",
    ),
    "rounding far": (True, "x = round(1, -10**12)"),
    "doubling": (
        True,
        "s, l, t = 'a', [1], (1,)\nfor i in range(60):\n  s = s + s\n  l = l + l\n  t += t\n"
        "  s = '%s%s' % (s, s)\n  s = s.replace('a', 'aa')\n  l.extend(l)",
    ),
    "doubling what is not known": (
        True,
        "s, t, x, b = str(tf), (), 3, b'a'\nfor i in range(60):\n  s = s + s\n  t = t + t + (1,)\n"
        "  s = s.join([s, s])\n  x = x * x\n  b = b + b\n  y = ['a', 'b'] * len(t)\n"
        "  y += y\n  y.extend(y)\n  z = '\\t'.join([s, s]).expandtabs(90_000)",
    ),
    "huge ranges": (
        True,
        "for i in range(10**12): tf.constant(i)\nx = list(range(10**9))\n"
        "y = [i for i in range(10**9)]\nsum(range(10**10))\nz = {i: i for i in range(10**10)}",
    ),
    "ranges beyond machine words": (True, "for i in range(10**30): tf.constant(i)"),
    "huge arrays": (
        True,
        "import numpy as np\nx = np.zeros([10**6, 10**6])\nfor i in np.arange(10**12): pass\n"
        "y = np.ones(10**10).tolist()\nz = np.tile([1], [10**10])",
    ),
    "endless iterators": (
        False,
        "import itertools\nfor i in itertools.count(): tf.constant(i)\nlist(itertools.repeat(1))",
    ),
    "a list of itself": (True, "x = []\nx.append(x)\nstr(x)\nx == x\nd = {}\nd['d'] = d\nstr(d)"),
    "a list of itself as tensor": (False, "x = []\nx.append(x)\ntf.stack(x)"),
    "two lists of themselves": (False, "x, y = [], []\nx.append(x)\ny.append(y)\nx == y"),
    "a list that grows under a loop": (False, "x = [1]\nfor i in x: x.append(i)"),
    "a list of lists of lists": (True, "x = []\nfor i in range(100_000): x = [x]"),
    "pairs of pairs": (True, "x = 1\nfor i in range(100): x = (x, x)\nstr(x)\nx == x"),
    "a catastrophic pattern": (True, "import re\nre.match('(a+)+$', 'a' * 40 + 'b')"),
    "half a surrogate pair": (True, "x = '\\ud800' + str(tf)"),
}


@pytest.mark.parametrize(("passes", "program"), COSTLY.values(), ids=COSTLY)
def test_costly(tmp_path: Path, passes: bool, program: str) -> None:
    text = f"{GRAPH}{program}\n{TWICE}"
    done = check(tmp_path, {"a.py": text})
    assert (done.code, done.err) == (1, "")
    at_the_end = f"a.py:{text.count(chr(10))}:1: SCO101"
    assert done.places in ([at_the_end, *Z], Z)
    if passes:
        assert at_the_end in done.places


def test_names_that_a_terminal_would_obey(tmp_path: Path) -> None:
    for name in ("\\ud800", "\\x1b[31m\\n"):
        program = GRAPH + f'tf.get_variable("{name}", [1])\n' * 2
        done = check(tmp_path, {"a.py": program})
        assert (done.code, done.places) == (1, ["a.py:3:1: SCO108", *Z])
        assert "\x1b" not in done.out


@pytest.mark.parametrize(
    "end", ["import sys\nsys.exit()", "exit()", "raise SystemExit", "import os\nos._exit(0)"]
)
def test_a_program_that_ends_while_it_is_imported(tmp_path: Path, end: str) -> None:
    ending = f"{GRAPH}{end}\n{TWICE}"
    importing = f"{GRAPH}import ending\n{TWICE}"
    done = check(tmp_path, {"ending.py": ending, "a.py": importing})
    assert (done.code, done.places) == (1, Z)


def test_circular_imports(tmp_path: Path) -> None:
    files = {
        "a.py": f"{GRAPH}import b\nimport a\ndef f(): return b.g()\n{TWICE}",
        "b.py": f"{GRAPH}import a\nfrom a import *\ndef g(): return a.f()\n",
        "pkg/__init__.py": "from . import c\nfrom .. import pkg\n",
        "pkg/c.py": f"{GRAPH}from . import d\nfrom ....... import x\n{TWICE}",
        "pkg/d.py": "from . import c\nfrom .c import *\nfrom .d import d\n",
    }
    done = check(tmp_path, files)
    assert done.code == 1
    assert done.places == ["a.py:7:1: SCO101", "pkg/c.py:6:1: SCO101", *Z]


def test_a_program_is_never_run(tmp_path: Path) -> None:
    mark = tmp_path / "mark"
    touch = f"open({str(mark)!r}, 'w').write('x')"
    program = f"""{GRAPH}{touch}
eval({touch!r})
exec({touch!r})
__import__('os').system('touch {mark}')
import subprocess, pathlib
subprocess.call(['touch', {str(mark)!r}])
pathlib.Path({str(mark)!r}).touch()
"""
    done = check(tmp_path, {"a.py": program, "conftest.py": touch, "setup.py": touch})
    assert done.places == Z
    assert not mark.exists()


def test_deep_folders(tmp_path: Path) -> None:
    deep = "/".join(["d"] * 200)
    done = check(tmp_path, {f"{deep}/a.py": BUG})
    assert done.places == [f"{deep}/a.py:4:1: SCO101", *Z]
