"""A program under construction: its lines, the names that are bound, the features it uses."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

INDENT = "    "
DEEPEST = 4

SIZES = {"w": "[3]", "v": "[2, 3]", "b": "[6]", "u": "[]", "w_1": "[3]"}
SCOPES = ("a", "b", "net", "A", "a_1", "a/b", "dense")
DEFAULTS = ("a", "d", "net", "dense")

Write = Callable[["Writer"], None]


@dataclass(frozen=True)
class Production:
    """One rule of the grammar: it writes a statement."""

    feature: str
    weight: int
    write: Write
    versions: tuple[str, ...] = ("1.15", "2.21")
    eager: bool = True
    deep: bool = False


PRODUCTIONS: list[Production] = []


def production(
    feature: str,
    weight: int = 4,
    versions: tuple[str, ...] = ("1.15", "2.21"),
    eager: bool = True,
    deep: bool = False,
) -> Callable[[Write], Write]:
    """Registers a rule; deep: it has a body of further statements."""

    def register(write: Write) -> Write:
        PRODUCTIONS.append(Production(feature, weight, write, versions, eager, deep))
        return write

    return register


@dataclass
class Bound:
    """What Python names hold here: they leave with the block that may not have run."""

    scopes: list[str] = field(default_factory=list)
    managers: list[str] = field(default_factory=list)
    variables: list[str] = field(default_factory=list)
    layers: list[str] = field(default_factory=list)
    cells: list[str] = field(default_factory=list)
    templates: list[str] = field(default_factory=list)
    functions: list[str] = field(default_factory=list)
    optimizers: list[str] = field(default_factory=list)
    averages: list[str] = field(default_factory=list)
    name_scopes: list[str] = field(default_factory=list)

    def copy(self) -> Bound:
        """The same names, in lists of their own."""
        return Bound(*(list(names) for names in vars(self).values()))


class Writer:
    """Writes one program; every choice comes from the seed.

    careful: most names are new and most scopes share on demand, so that little is refused.
    """

    def __init__(self, seed: str, version: str, eager: bool, contrib: bool) -> None:
        self.random = random.Random(seed)
        self.version, self.eager, self.contrib = version, eager, contrib
        self.careful = self.random.random() < 0.77
        self.lines: list[str] = []
        self.level = 0
        self.inside = 0
        self.budget = self.random.randint(4, 13)
        self.features: set[str] = set()
        self.bound = Bound()
        self.module: list[str] | None = None
        self._count = 0

    # -- choices

    def chance(self, share: float) -> bool:
        """Whether something happens that happens that often."""
        return self.random.random() < share

    def odd(self) -> bool:
        """Whether to write what is likely to be refused."""
        return self.chance(0.01 if self.careful else 0.07)

    def pick(self, *options: str) -> str:
        """One of some texts."""
        return self.random.choice(options)

    def fresh(self, stem: str) -> str:
        """A Python name that is not bound yet."""
        self._count += 1
        return f"{stem}{self._count}"

    def name(self) -> str:
        """A variable's name; its shape goes with it."""
        if self.careful and self.chance(0.75):
            return self.fresh(self.pick("w", "v", "b"))
        return self.pick(*SIZES)

    def shape(self, name: str) -> str:
        """The usual shape of a variable of this name."""
        return SIZES.get(name) or SIZES[name[0]]

    def scope_name(self) -> str:
        """A scope's name."""
        if self.careful and self.chance(0.3):
            return self.fresh("s")
        return self.pick(*SCOPES)

    def reuse(self) -> str:
        """A value for reuse=."""
        if self.chance(0.55 if self.careful else 0.35):
            return self.note("tf.AUTO_REUSE", "reuse.auto")
        if self.careful:
            return self.note(self.pick("None", "False"), "reuse.false")
        return self.note("True", "reuse.true") if self.chance(0.6) else "None"

    def note(self, text: str, feature: str) -> str:
        """A text that uses a feature."""
        self.features.add(feature)
        return text

    # -- writing

    def line(self, text: str) -> None:
        """One line at the current depth."""
        self.lines.append(INDENT * self.level + text)

    @contextmanager
    def block(self, head: str) -> Iterator[None]:
        """A compound statement; what is written inside becomes its body."""
        self.line(head)
        self.level += 1
        yield
        self.level -= 1

    @contextmanager
    def apart(self) -> Iterator[None]:
        """What is bound inside is not bound afterwards."""
        before = self.bound.copy()
        self.inside += 1
        yield
        self.inside -= 1
        self.bound = before

    def body(self, most: int = 3) -> None:
        """Some statements, at least one."""
        for _ in range(self.random.randint(1, most)):
            self.statement()

    def statement(self) -> None:
        """One statement by a rule that fits here."""
        self.budget -= 1
        fitting = [
            one
            for one in PRODUCTIONS
            if self.version in one.versions
            and (one.eager or not self.eager)
            and (self.contrib or not one.feature.startswith("contrib"))
            and not (one.deep and (self.level >= DEEPEST or self.budget < 0))
        ]
        weights = [one.weight for one in fitting]
        chosen = self.random.choices(fitting, weights)[0]
        self.features.add(chosen.feature)
        chosen.write(self)

    def keep(self, expression: str) -> str:
        """Binds a variable to a name that later statements may use."""
        name = self.fresh("r")
        self.line(f"{name} = {expression}")
        self.bound.variables.append(name)
        return name

    def vector(self) -> str:
        """A matrix of six columns."""
        if self.bound.variables and self.chance(0.2):
            return f"x + tf.reduce_sum({self.random.choice(self.bound.variables)})"
        return "x"
