"""Runs small programs in the interpreter with a library of a few words."""

from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from scopecheck.source import read_file
from scopecheck.symbolic import stdlib
from scopecheck.symbolic.entries import Program
from scopecheck.symbolic.modules import Importer
from scopecheck.symbolic.state import NORMAL
from scopecheck.symbolic.text import as_text
from scopecheck.symbolic.values import Builtin, Extern, Unknown, Value


class Words:
    """A library that remembers what ``word(...)`` was called with, in order, in the world."""

    def attribute(self, m: Any, name: str) -> Value:
        """Every external name stands for itself, but for ``words.free``, which a user chooses."""
        if name.startswith("words.free_"):
            return Unknown((name,), name[11:], free=True)
        if name.startswith("words.opaque_"):
            return Unknown((name,), name[13:])
        value = stdlib.constant(name)
        return Extern(name) if value is NotImplemented else value

    def call(self, m: Any, name: str, args: Any) -> Value:
        """``words.word`` records; the standard library runs; the rest is unknown."""
        if name == "words.word":
            m.world = (*m.world, *(str(as_text(m, one)) for one in args.args))
            return args.args[0] if args.args else None
        native = stdlib.find(name)
        return m.unknown(name, tame=True) if native is None else native(m, args)

    def only_data(self, m: Any, function: Value) -> bool:
        """Every function of the program may say something."""
        return False

    def builds_nothing(self, name: str) -> bool:
        """Everything outside may say something."""
        return False

    def exported(self, name: str) -> tuple[str, ...]:
        """Nothing is known of what modules outside have."""
        return ()

    def unresolved(self, m: Any, what: str, args: Any) -> Value:
        """Nothing happens."""
        m.undecided(what, "not known", 1)
        return m.unknown(what)

    def unknown_call(self, m: Any, function: Any, args: Any) -> Value:
        """Nothing happens."""
        return m.unknown(function.text)

    def instance_attribute(self, m: Any, receiver: Any, name: str) -> Value:
        return Builtin(name, lambda m, a: self.instance_call(m, receiver, name, a))

    def set_instance_attribute(self, m: Any, receiver: Any, name: str, value: Value) -> bool:
        return False

    def instance_call(self, m: Any, receiver: Any, name: str, args: Any) -> Value:
        """Nothing happens."""
        return None

    def python(self, m: Any) -> tuple[int, int]:
        """The one that is modelled."""
        return (3, 11)

    def flavour(self, m: Any) -> Any:
        """There is only one."""
        return None

    def lacks(self, m: Any, name: str) -> bool:
        """Whatever is asked for exists."""
        return False

    def epoch(self, m: Any) -> str:
        """There is only one."""
        return ""

    def stand_in(self, name: str) -> None:
        """No library is followed."""

    def set_attribute(self, m: Any, name: str, attribute: str, value: Value) -> None:
        """Nothing outside is changed."""

    def item(self, m: Any, name: str) -> Any:
        return m.unknown(name)

    def imported(self, m: Any, name: str) -> None:
        """Nothing happens."""

    def builds_apart(self, before: Any, after: Any) -> bool:
        """There are no graphs: nothing is built anywhere."""
        return False

    def worlds_join(self, one: Any, other: Any) -> bool:
        """Paths that said different things stay apart."""
        return bool(one == other)

    def merge_worlds(self, one: Any, other: Any) -> Any:
        """Either: they are equal."""
        return one


@dataclass(frozen=True)
class Ended:
    """One way a program ended: what it said, and the exception it ended with."""

    words: tuple[str, ...]
    error: str = ""
    message: str = ""


Runs = Callable[..., list[Ended]]
Says = Callable[[str], tuple[str, ...]]
HEAD = "from words import word, free_a, free_b, opaque_a, opaque_b\n"
"""What every program begins with."""


def ways(path: Path, steps: int = 150_000) -> list[Ended]:
    """Every way the script at a path can end."""
    found: list[Ended] = []

    def run() -> None:
        importer = Importer(path.parent, read_file)
        program = Program(Words(), importer, lambda m, path, closed: (), steps=steps)
        done = program.script(path, path.name)
        assert done is not None
        for flow in done.flows:
            found.append(_ended(flow))

    in_deep_thread(run)
    return found


def _ended(flow: Any) -> Ended:
    if flow.kind == NORMAL:
        return Ended(flow.state.world)
    kind = getattr(flow.value, "type", None)
    name = kind.type.__name__ if hasattr(kind, "type") else getattr(kind, "name", "?")
    args = getattr(flow.value, "args", ())
    return Ended(flow.state.world, name, str(args[0]) if args else "")


def in_deep_thread(act: Callable[[], None]) -> None:
    """Runs with the stack that the checker gives itself."""
    import sys

    failures: list[BaseException] = []

    def guarded() -> None:
        try:
            act()
        except BaseException as error:
            failures.append(error)

    size = threading.stack_size(256 << 20)
    limit = sys.getrecursionlimit()
    sys.setrecursionlimit(30_000)
    try:
        thread = threading.Thread(target=guarded)
        thread.start()
        thread.join()
    finally:
        sys.setrecursionlimit(limit)
        threading.stack_size(size)
    if failures:
        raise failures[0]
