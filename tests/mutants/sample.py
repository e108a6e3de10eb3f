"""Which mutants are drawn, and the code of each."""

from __future__ import annotations

import ast
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from random import Random
from types import CodeType

from mutants.operators import mutations
from scopecheck.models.stand_ins import is_stand_in

ROOT = Path(__file__).resolve().parents[2]
ROOMS = ("scopecheck/models", "scopecheck/symbolic")
REACHED = "__reached__"


@dataclass(frozen=True)
class Mutant:
    """One changed place: the file, the how-manieth change of it, and what it reads like.

    inside: it lies in a function, so that importing the module does not come to it.
    """

    operator: str
    file: str
    index: int
    line: int
    before: str
    after: str
    inside: bool

    @property
    def module(self) -> str:
        """The name that its module is imported by."""
        return self.file.removesuffix(".py").replace("/", ".").removesuffix(".__init__")

    def __str__(self) -> str:
        return f"{self.file}:{self.line} {self.operator}: {self.before} -> {self.after}"


def drawn(each: int, seed: int) -> list[Mutant]:
    """As many mutants of each operator, from all places alike.

    Programs that stand in for libraries are read, not imported, and have none.
    """
    places: dict[str, list[tuple[str, int]]] = defaultdict(list)
    for room in ROOMS:
        for path in sorted((ROOT / room).rglob("*.py")):
            if is_stand_in(path):
                continue
            file = path.relative_to(ROOT).as_posix()
            for index, one in enumerate(mutations(parsed(file))):
                places[one.operator].append((file, index))
    return [
        mutant(file, index)
        for operator, found in sorted(places.items())
        for file, index in sorted(Random(f"{seed} {operator}").sample(found, each))
    ]


def parsed(file: str) -> ast.Module:
    """The tree of a file of the checker."""
    return ast.parse((ROOT / file).read_text(encoding="utf-8"))


def mutant(file: str, index: int) -> Mutant:
    """A mutant with its text before and after: the first line that differs."""
    tree = parsed(file)
    one = mutations(tree)[index]
    old = ast.unparse(one.statement).splitlines()
    whole = ast.unparse(tree).splitlines()
    one.edit()
    new = ast.unparse(one.statement).splitlines()
    if new == old:  # the statement itself went
        changed = ast.unparse(tree).splitlines()
        new = [next(b for a, b in zip(whole, changed, strict=False) if a != b)]
    pairs = (pair for pair in zip(old, new, strict=False) if pair[0].strip() != pair[1].strip())
    before, after = next(pairs)
    texts = before.strip(), after.strip()
    return Mutant(one.operator, file, index, one.statement.lineno, *texts, one.inside)


def mutated(one: Mutant) -> CodeType:
    """The module's code with the change."""
    tree = parsed(one.file)
    mutations(tree)[one.index].edit()
    return compiled(tree, one.file)


def watched(file: str, numbered: Sequence[tuple[int, Mutant]]) -> CodeType:
    """The module's code that tells which of some places it comes to, by their numbers.

    A function that is run tells the file's name.
    """
    tree = parsed(file)
    found = mutations(tree)
    bodies = {id(one): body for body in lists(tree) for one in body}
    for number, one in numbered:
        place = found[one.index].statement
        told = ast.parse(f"{REACHED}({number})").body[0]
        if isinstance(place, ast.FunctionDef) and one.operator == "default value":
            place.body.insert(1 if ast.get_docstring(place) is not None else 0, told)
        else:
            body = bodies[id(place)]
            at = next(i for i, held in enumerate(body) if held is place)
            body.insert(at, told)
    for one in ast.walk(tree):
        if isinstance(one, ast.FunctionDef):
            one.body.insert(0, ast.parse(f"{REACHED}({file!r})").body[0])
    return compiled(tree, file)


def lists(tree: ast.Module) -> list[list[ast.stmt]]:
    """Every list of statements in a module."""
    return [
        held
        for node in ast.walk(tree)
        for name in ("body", "orelse", "finalbody")
        if isinstance(held := getattr(node, name, None), list)
    ]


def compiled(tree: ast.Module, file: str) -> CodeType:
    """Code that calls itself by the file's own name."""
    return compile(ast.fix_missing_locations(tree), str(ROOT / file), "exec")
