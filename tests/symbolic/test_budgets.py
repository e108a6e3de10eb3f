"""What never ends, or is too large, ends quickly and cleanly."""

from __future__ import annotations

import time

import pytest
from interpreting import Runs, Says

PROGRAMS = {
    "while True": "while True:\n    word('x') if opaque_a else None",
    "a counter": "n = 0\nwhile n < 10 ** 9:\n    n += 1",
    "recursion": "def f(n):\n    return f(n + 1)\nf(0)",
    "mutual recursion": "def f(n):\n    return g(n)\ndef g(n):\n    return f(n + 1)\nf(0)",
    "branching recursion": "def f(n):\n    return f(n - 1) + f(n - 2) if n else 0\nf(opaque_a)",
    "nested calls": "f = lambda x: x\nx = " + "f(" * 150 + "1" + ")" * 150,
    "a chain of calls": "".join(
        f"def f{i}(x):\n    return {f'f{i - 1}(x)' if i else 'x'}\n" for i in range(1000)
    )
    + "f999(1)",
    "a huge range": "for i in range(10 ** 12):\n    x = i\n"
    "y = [i for i in range(10 ** 9)]\nsum(range(10 ** 8))",
    "a huge list": "x = [0] * 10 ** 9\ny = 'a' * 10 ** 12\nz = 10 ** 10 ** 6\nw = 1 << 10 ** 9",
    "nested loops": "for a in range(40):\n    for b in range(40):\n"
    "        for c in range(40):\n            for d in range(40):\n"
    "                x = a * b * c * d",
    "many unknown tests": "\n".join(f"if opaque_a == {i}:\n    word({i})" for i in range(200)),
    "endless generators": "def g():\n    while True:\n        yield 1\n"
    "list(g())\nfor x in g():\n    pass\nsum(g())",
    "iterators whose end is not known": "class Batches:\n    def __init__(self):\n"
    "        self.at = 0\n    def __iter__(self):\n        return self\n"
    "    def __next__(self):\n        if self.at == opaque_a:\n"
    "            raise StopIteration\n        self.at += 1\n        return self.at\n"
    "def steps():\n    at = 0\n    while at != opaque_b:\n        at += 1\n        yield at\n"
    "for x in Batches():\n    for y in steps():\n        for z in Batches():\n"
    "            word(x, y, z)",
    "endless itertools": "import itertools\nlist(itertools.count())\nmax(itertools.cycle([1, 2]))\n"
    "for x in itertools.repeat(1):\n    pass\nlist(zip(itertools.count(), itertools.count()))",
    "products of unseen or huge size": "import itertools\nlist(itertools.product([1, 2], "
    "repeat=opaque_a))\nlist(itertools.product([1], repeat=10 ** 12))\n"
    "list(itertools.combinations(range(9), opaque_b))",
    "a list of itself": "x = []\nx.append(x)\nword(str(x))\nx == x\nimport copy\ncopy.deepcopy(x)",
    "equal lists of themselves": "x = []\nx.append(x)\ny = []\ny.append(y)\nx == y",
    "an attribute that asks for itself": "class A:\n    def __getattr__(self, name):\n"
    "        return self.other\nA().x",
    "a property that asks for itself": "class A:\n    @property\n    def p(self):\n"
    "        return self.p\nA().p",
}


@pytest.mark.parametrize("name", PROGRAMS)
def test_ends(runs: Runs, name: str) -> None:
    start = time.perf_counter()
    ends = runs(PROGRAMS[name])
    assert time.perf_counter() - start < 20
    assert ends


def test_what_was_seen_before_a_budget_was_spent_is_kept(runs: Runs) -> None:
    loops = "for a in range(40):\n    for b in range(40):\n        for c in range(40):\n"
    program = f"word('seen')\n{loops}            x = a\n"
    (end,) = runs(program, steps=2_000)
    assert end.words == ("seen",)


def test_a_loop_that_only_handles_data_leaves_steps_for_what_follows(runs: Runs) -> None:
    program = """
        def costly(n):
            for i in range(30):
                n = n + i * 2 - i
            return n
        total = opaque_a
        for a in range(40):
            for b in range(40):
                total = costly(total)
        word("end")
    """
    (end,) = runs(program, steps=20_000)
    assert end.words == ("end",)


def test_a_loop_that_does_something_is_run_to_its_end(runs: Runs) -> None:
    program = """
        def costly(n):
            for i in range(30):
                n = n + i * 2 - i
            return n
        for a in range(40):
            word(costly(a) - costly(a) + a)
    """
    (end,) = runs(program)
    assert end.words == tuple(map(str, range(40)))


def test_a_recursion_on_unknown_values_leaves_steps_for_what_follows(runs: Runs) -> None:
    program = """
        def search(tree, at):
            if tree[at] == tree[at + 1]:
                return search(tree, opaque_b)
            if tree[at] > 1:
                return search(tree, 2 * at + 1)
            return search(tree, 2 * at + 2)
        search(opaque_a, 0)
        word("end")
    """
    (end,) = runs(program, steps=20_000)
    assert end.words == ("end",)


def test_a_known_recursion_is_followed(says: Says) -> None:
    program = """
        def fibonacci(n):
            return n if n < 2 else fibonacci(n - 1) + fibonacci(n - 2)
        word(fibonacci(11))
    """
    assert says(program) == ("89",)


def test_a_comprehension_that_sorts_unseen_data_follows_one_path(runs: Runs) -> None:
    program = """
        chosen = [n for n in range(1000) if opaque_a[n]]
        pairs = [(n, k) for n in range(9) for k in range(9) if opaque_b[n][k]]
        word(str(len(chosen) == 1000), str(len(pairs) == 81))
    """
    (end,) = runs(program, steps=1_000)
    assert end.words


def test_a_comprehension_over_seen_data_keeps_what_is_certain(runs: Runs) -> None:
    program = """
        chosen = [n for n in range(5) if n < 2 or opaque_a[n] and n > 7]
        word(str(chosen[0]), str(chosen[1]))
    """
    assert {end.words for end in runs(program)} == {("0", "1")}


def test_lists_of_unseen_data_that_a_test_cuts_are_one(runs: Runs) -> None:
    program = """
        import re
        rows = []
        for line in opaque_a:
            words = [w for w in re.split(" ", line) if w]
            if words[-1] == "?":
                words = words[:-1]
            rows.append((words, line))
        word(str(len(rows[0])))
    """
    assert len(runs(program, steps=2_000)) == 1
