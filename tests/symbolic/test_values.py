"""Programs whose every value is known say what Python says."""

from __future__ import annotations

import contextlib
import io
from textwrap import dedent

import pytest
from interpreting import Runs, Says

PROGRAMS = {
    "formatting": """
        width, digits, value = 8, 3, 3.14159
        word(f"{value:{width}.{digits}f}|{'a'!r:>5}|{value!s:.4}")
        word("%-5s|%05d|%+.2f|%x|%%" % ("ab", 42, 1.5, 255))
        word("{0}-{name[0]}-{1:>4}".format("a", "b", name=["n"]), "{}{{}}{}".format(1, 2))
    """,
    "strings": """
        path = " a/B c.txt "
        word(path.strip().upper().replace("/", "_"), path.split()[0], "x".join(["1", "2"]))
        word("abc"[::-1], "abc"[-2:], "%s" % (None,), "a,b,,c".rsplit(",", 1)[0], "ab".zfill(4))
        word("prefix_name".partition("_")[2], str("é".isalpha()), "a" * 3, "b" in "abc")
    """,
    "regular expressions": """
        import re
        layer = re.compile(r"net/h(\\d)")
        word([n for n in ("net/h0/w", "net/out/w") if layer.match(n)], re.sub("_+", "/", "a__b_c"))
        word(layer.search("a net/h7").group(1), re.findall("[0-9]", "a1b2"), re.escape("a.b"))
        word(re.match("a", "ba") is None, re.fullmatch("a.", "ab") is not None, layer.pattern)
    """,
    "arithmetic": """
        word(7 // 2, -7 % 3, 2 ** 10, 7 / 2, round(2.5), abs(-3), divmod(29, 6), 6 ^ 3, True + 1)
        word(int("ff", 16), float("1e2"), min(3, 1), max([1, 5]), sum(range(5)), len(str(2**70)))
    """,
    "slices": """
        items = list(range(6))
        items[1:3] = [9]
        del items[0]
        word(items, items[::2], tuple(items)[1:], items[-1])
    """,
    "dicts": """
        d = {"a": 1, **{"b": 2}}
        d.setdefault("c", 3)
        word(list(d.items()), d.pop("a"), d.get("z", 0), sorted(d), "b" in d, d | {"d": 4})
        for key, value in d.items():
            word(key, value)
    """,
    "sets": """
        a = {1, 2, 3}
        word(sorted(a | {4}), sorted(a & {2, 9}), sorted(a - {1}), sorted(a ^ {3, 5}))
        word({1} <= a, a.issuperset([1, 2]), a.isdisjoint({7}), len(frozenset("aab")))
    """,
    "classes": """
        class Base:
            kind = "base"
            def __init__(self, n):
                self.n = n
            def name(self):
                return self.kind + str(self.n)
            @property
            def twice(self):
                return 2 * self.n
            @twice.setter
            def twice(self, value):
                self.n = value // 2
            @classmethod
            def make(cls, n):
                return cls(n)
            @staticmethod
            def join(a, b):
                return a + b
        class Child(Base):
            kind = "child"
            def name(self):
                return "<" + super().name() + ">"
        child = Child.make(3)
        word(child.name(), child.twice, Child.join("a", "b"), isinstance(child, Base))
        child.twice = 10
        word(child.n, child.twice)
        word(type(child).__name__, issubclass(Child, Base), hasattr(child, "m"))
        child.__dict__.update(m=1)
        setattr(child, "k", 2)
        delattr(child, "n")
        word(sorted(vars(child)), getattr(child, "n", "gone"))
        Made = type("Made", (Base,), {"kind": "made"})
        word(Made(1).name())
    """,
    "attributes by their names": """
        import argparse
        args = argparse.Namespace(a=1)
        vars(args).update(b=2)
        args.__setattr__("c", 3)
        args.__delattr__("a")
        word(sorted(vars(args).items()), args.__getattribute__("b"), hasattr(args, "a"))
        word(sorted({**vars(args)}), "b" in args, "a" in args, len(vars(args)))
    """,
    "special methods": """
        class Box:
            def __init__(self, *items):
                self.items = list(items)
            def __len__(self):
                return len(self.items)
            def __getitem__(self, at):
                return self.items[at]
            def __contains__(self, item):
                return item in self.items
            def __add__(self, other):
                return Box(*(self.items + other.items))
            def __eq__(self, other):
                return self.items == other.items
            def __call__(self, n):
                return n + len(self)
            def __bool__(self):
                return bool(self.items)
            def __enter__(self):
                word("in")
                return self
            def __exit__(self, *error):
                word("out")
            def __str__(self):
                return "Box"
        box = Box(1, 2) + Box(3)
        word(len(box), box[1], 3 in box, box == Box(1, 2, 3), box(1), list(box), f"{box}")
        with box as same:
            word(len(same))
        word("full" if box else "empty", "full" if Box() else "empty")
    """,
    "descriptors": """
        class Doubled:
            def __set_name__(self, owner, name):
                pass
            def __get__(self, instance, owner):
                return instance.n * 2
        class Holder:
            twice = Doubled()
            def __init__(self):
                self.n = 4
            def __setattr__(self, name, value):
                super().__setattr__(name, value + 1)
        word(Holder().twice)
    """,
    "dataclasses": """
        from dataclasses import asdict, dataclass, field, replace
        @dataclass
        class Layer:
            name: str
            units: int = 4
            tags: list = field(default_factory=list)
            made: str = field(default="", init=False)
            def __post_init__(self):
                self.made = self.name + str(self.units)
        layer = replace(Layer("a"), units=5)
        layer.tags.append(1)
        word(layer.made, asdict(layer), Layer("b").tags)
    """,
    "exceptions": """
        class Failure(Exception):
            def __init__(self, name, size):
                super().__init__("no " + name)
                self.size = size
        try:
            try:
                int("x")
            except ValueError as error:
                raise Failure("a", 2) from error
        except Failure as error:
            word(str(error), error.size, type(error.__cause__).__name__)
        try:
            {}["k"]
        except (IndexError, KeyError) as error:
            word(str(error), error.args)
        try:
            [].pop()
        except IndexError:
            word("index")
        else:
            word("else")
        finally:
            word("finally")
        try:
            assert 1 == 2, "told"
        except AssertionError as error:
            word(str(error))
        try:
            (lambda a: a)()
        except TypeError:
            word("arguments")
    """,
    "match": """
        def what(spec):
            match spec:
                case 0 | None:
                    return "nothing"
                case int(n) if n > 5:
                    return f"big{n}"
                case int():
                    return "small"
                case [first, *rest]:
                    return f"{first}+{len(rest)}"
                case {"name": str(name), **rest}:
                    return name + str(len(rest))
                case _:
                    return "other"
        for spec in (7, 3, ["a", 2, 3], {"name": "d", "x": 1}, 1.5, None, 0):
            word(what(spec))
    """,
    "closures": """
        def counter():
            n = 0
            def up():
                nonlocal n
                n += 1
                return n
            return up
        up = counter()
        up()
        word(up(), [f() for f in [lambda: i for i in range(3)]])
        word([f() for f in [lambda i=i: i for i in range(2)]])
    """,
    "arguments": """
        def f(a, b=2, *rest, c, d=4, **named):
            return a, b, rest, c, d, sorted(named.items())
        word(f(1, c=3), f(1, 5, 6, 7, c=8, e=9), f(*[1, 2], **{"c": 3, "z": 0}))
        def g(a, /, b, *, c=1):
            return a + b + c
        word(g(1, b=2), g(1, 2, c=3))
    """,
    "collections": """
        import collections
        Spec = collections.namedtuple("Spec", "name size")
        spec = Spec("a", size=2)._replace(name="c")
        name, size = spec
        word(spec.name, size, spec[1], len(spec))
        count = collections.Counter("abca")
        word(count.most_common(1), count["z"])
        groups = collections.defaultdict(list)
        groups[1].append("x")
        word(groups[1], groups[2], len(groups))
        queue = collections.deque([1, 2, 3], maxlen=3)
        queue.append(4)
        queue.appendleft(queue.pop())
        word(list(queue))
    """,
    "wrappers": """
        import functools
        def shout(function):
            @functools.wraps(function)
            def inner(*args):
                return function(*args) + "!"
            return inner
        @shout
        @shout
        def name(text):
            return text
        word(name("a"), name.__name__, functools.partial(name, "b")())
        word(functools.reduce(lambda a, b: a + b, [1, 2]))
    """,
    "arguments of a command line": """
        import argparse
        parser = argparse.ArgumentParser()
        parser.add_argument("--units", type=int, default=3)
        parser.add_argument("-s", "--shared", action="store_true")
        parser.add_argument("--sizes", nargs="+", type=int)
        args = parser.parse_args(["--units", "4", "-s", "--sizes", "1", "2"])
        word(args.units, args.shared, args.sizes)
        word(parser.parse_args([]).units, parser.parse_args(["--units=9"]).units)
    """,
    "paths": """
        import os
        path = os.path.join("a", "", "b/", "c.txt")
        word(path, os.path.splitext(os.path.basename(path)))
        word(os.path.split(path), os.path.dirname(path))
    """,
}


@pytest.mark.parametrize("name", PROGRAMS)
def test_says_what_python_says(says: Says, name: str) -> None:
    program = PROGRAMS[name]
    said: list[str] = []
    with contextlib.redirect_stdout(io.StringIO()):
        exec(dedent(program), {"word": lambda *words: said.extend(map(str, words))})
    assert says(program) == tuple(said)


@pytest.mark.parametrize(
    "way", ["made.__setattr__(name, 2)", "setattr(made, name, 2)", "vars(made).update({name: 2})"]
)
@pytest.mark.parametrize("kind", ["argparse.Namespace", "Plain"])
def test_a_name_that_is_not_known_may_be_any_that_reads_so(runs: Runs, kind: str, way: str) -> None:
    program = f"""
        import argparse
        class Plain:
            pass
        made = {kind}()
        made.size, made.units = 1, 1
        for name in opaque_a:
            {way}
        word("other" if made.other else "none")
        size = made.size
        for name in opaque_a:
            name = "size_%s" % name
            {way}
        word("1" if made.units == 1 else "other", made.size is size)
    """
    assert {end.error for end in runs(program)} == {""}
    assert {end.words[0] for end in runs(program)} == {"other", "none"}
    assert {end.words[2] for end in runs(program)} == {"True"}
