"""Iterators and generators run as their items are asked for."""

from __future__ import annotations

import contextlib
import io
from textwrap import dedent

import pytest
from interpreting import Says

PROGRAMS = {
    "what itertools refuse": """
        import itertools
        for make in (
            lambda: list(itertools.product("ab", repeat=2)),
            lambda: list(itertools.product("ab", repeat="2")),
            lambda: list(itertools.product("ab", repeat=-1)),
            lambda: list(itertools.permutations("ab", r=-1)),
            lambda: list(itertools.combinations("abc", 2, 3)),
        ):
            try:
                word(str(len(make())))
            except (TypeError, ValueError) as error:
                word(type(error).__name__)
    """,
    "interleaved": """
        def made(name):
            n = 0
            while True:
                word(name + str(n))
                yield n
                n += 1
        a, b = made("a"), made("b")
        next(b), next(a), next(a)
        for x, y in zip(made("c"), [1, 2]):
            word(x, y)
    """,
    "send, throw and the value returned": """
        def talk():
            got = yield "first"
            word(got)
            try:
                yield "second"
            except ValueError:
                word("thrown")
            return 7
        g = talk()
        word(next(g), g.send("hello"))
        try:
            g.throw(ValueError("x"))
        except StopIteration as stop:
            word(stop.value)
    """,
    "yield from": """
        def part(n):
            for i in range(n):
                yield i
            return n
        def whole():
            first = yield from part(2)
            second = yield from part(first + 1)
            yield first + second
        word(list(whole()))
        *rest, last = whole()
        word(rest, last)
    """,
    "inside statements": """
        class Noted:
            def __enter__(self):
                word("in")
            def __exit__(self, *error):
                word("out")
        def steps():
            for i in range(3):
                try:
                    with Noted():
                        if i == 1:
                            continue
                        yield i
                finally:
                    word("done")
            else:
                yield "end"
        for step in steps():
            word(step)
    """,
    "inside a context manager function": """
        import contextlib
        @contextlib.contextmanager
        def scope(name):
            word("+" + name)
            try:
                yield name
            finally:
                word("-" + name)
        def items():
            with scope("a") as a:
                yield a
                with scope("b"):
                    yield "b"
        for item in items():
            word(item)
        def early():
            with scope("c"):
                return "returned"
        word(early())
        with contextlib.ExitStack() as stack:
            stack.enter_context(scope("d"))
            stack.callback(lambda: word("callback"))
            stack.enter_context(scope("e"))
    """,
    "generator expressions": """
        numbers = (word(n) for n in range(5))
        word("made")
        word(next(numbers), any(n == 3 for n in numbers), list(numbers), next(numbers, "none"))
        word(sum(i * j for i in range(3) for j in range(i)))
    """,
    "itertools": """
        import itertools
        numbers = itertools.count(5)
        word(list(itertools.islice(numbers, 2)), next(numbers))
        word(list(itertools.chain("ab", [1])), list(itertools.product("ab", range(2))))
        word(list(itertools.zip_longest("xy", [1], fillvalue=0)))
        word(list(itertools.accumulate([1, 2, 3])))
        for key, group in itertools.groupby(["aa", "ab", "b"], key=lambda w: w[0]):
            word(key, list(group))
        word([x for x, _ in zip(itertools.cycle("ab"), range(3))])
        word(list(itertools.takewhile(lambda n: n < 2, range(9))))
    """,
    "used up": """
        pairs = zip("ab", [1, 2])
        word(list(pairs), list(pairs), list(map(str, enumerate("xy", 1))), list(reversed([1, 2])))
        kept = iter([1, 2, 3])
        for item in kept:
            break
        word(next(kept), list(kept))
    """,
    "iterators of their own": """
        class Down:
            def __init__(self, n):
                self.n = n
            def __iter__(self):
                return self
            def __next__(self):
                if not self.n:
                    raise StopIteration
                self.n -= 1
                return self.n
        for n in Down(3):
            word(n)
        word(list(Down(2)))
    """,
    "comprehensions": """
        n = "kept"
        word([n for n in range(3) if n], {k: v for k, v in zip("ab", [1, 2])})
        word(sorted({c for c in "aab"}), n)
    """,
    "loops": """
        for i in range(5):
            if i == 3:
                break
        else:
            word("never")
        while i > 0:
            i -= 1
        else:
            word("down")
        word(i)
    """,
}


@pytest.mark.parametrize("name", PROGRAMS)
def test_says_what_python_says(says: Says, name: str) -> None:
    program = PROGRAMS[name]
    said: list[str] = []
    with contextlib.redirect_stdout(io.StringIO()):
        exec(dedent(program), {"word": lambda *words: (said.extend(map(str, words)), words[0])[1]})
    assert says(program) == tuple(said)
