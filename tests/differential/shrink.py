"""The smallest program that shows the same disagreement."""

from __future__ import annotations

import ast
import copy
from collections.abc import Callable, Iterator

Test = Callable[[list[str]], list[bool]]
AT_ONCE = 24
ROUNDS = 40


def shrink(text: str, shows: Test) -> str:
    """Removes what isn't needed; shows tells which of some programs show the disagreement."""
    best = text
    for _ in range(ROUNDS):
        smaller = _smaller(best, shows)
        if smaller is None:
            break
        best = smaller
    return best


def _smaller(text: str, shows: Test) -> str | None:
    candidates = list(dict.fromkeys(variants(text)))
    for start in range(0, len(candidates), AT_ONCE):
        group = candidates[start : start + AT_ONCE]
        verdicts = shows(group)
        for one, good in zip(group, verdicts, strict=True):
            if good:
                return one
    return None


def variants(text: str) -> Iterator[str]:
    """Programs a step smaller, the largest steps first."""
    tree = ast.parse(text)
    places = [
        (node, field)
        for node in ast.walk(tree)
        for field in ("body", "orelse", "handlers")
        if isinstance(getattr(node, field, None), list)
    ]
    for index, (node, field) in enumerate(places):
        size = len(getattr(node, field))
        for width in sorted({size // 2, 2, 1} - {0}, reverse=True):
            for start in reversed(range(0, size - width + 1, width)):
                yield from _edited(
                    tree, index, lambda body, s=start, w=width: body[:s] + body[s + w :]
                )
        for at, statement in enumerate(getattr(node, field)):
            if getattr(statement, "body", None) and not isinstance(
                statement, ast.FunctionDef | ast.ClassDef
            ):
                yield from _edited(
                    tree, index, lambda body, a=at: body[:a] + body[a].body + body[a + 1 :]
                )
    calls = [node for node in ast.walk(tree) if isinstance(node, ast.Call)]
    for number in range(len(calls)):
        for at in range(len(calls[number].keywords)):
            changed = copy.deepcopy(tree)
            call = [node for node in ast.walk(changed) if isinstance(node, ast.Call)][number]
            del call.keywords[at]
            yield _text(changed)


def _edited(
    tree: ast.Module, index: int, edit: Callable[[list[ast.stmt]], list[ast.stmt]]
) -> Iterator[str]:
    """The program with one body edited; nothing where that leaves no program."""
    changed = copy.deepcopy(tree)
    places = [
        (node, field)
        for node in ast.walk(changed)
        for field in ("body", "orelse", "handlers")
        if isinstance(getattr(node, field, None), list)
    ]
    node, field = places[index]
    body = edit(getattr(node, field))
    if not body and field == "body":
        return
    setattr(node, field, body)
    if isinstance(node, ast.Try) and not node.handlers:
        return
    yield _text(changed)


def _text(tree: ast.Module) -> str:
    return ast.unparse(ast.fix_missing_locations(tree)) + "\n"
