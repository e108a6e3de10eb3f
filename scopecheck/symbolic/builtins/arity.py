"""How many arguments Python's own functions take: too few or too many raise TypeError."""

from __future__ import annotations

import builtins as python
import functools
import importlib
import inspect
import os
from collections.abc import Callable
from types import MethodDescriptorType, WrapperDescriptorType
from typing import TYPE_CHECKING, Any, NamedTuple

from scopecheck.symbolic.generators import Iterator
from scopecheck.symbolic.native import native_type
from scopecheck.symbolic.values import ListRef, TupleRef, Value

if TYPE_CHECKING:
    from scopecheck.symbolic.calls import Arguments
    from scopecheck.symbolic.machine import Machine


class Takes(NamedTuple):
    """How many arguments have to be given, how many may be by place, and the names of the first.

    A parameter that no keyword may name is called None.
    """

    least: int
    most: int | None
    names: tuple[str | None, ...] = ()


_MODULES: dict[str, Any] = {
    name: importlib.import_module(name)
    for name in "collections contextlib copy functools itertools json math operator os re".split()
}
_MODULES["os.path"] = os.path
_ONCE_MORE = frozenset(
    "sorted list.sort collections.namedtuple json.loads str.translate object".split()
)
"""Functions that took more arguments in older versions of Python; ``file`` stands as object."""
_UNSIGNED = {
    "bool": (0, 1),
    "int": (0, 2),
    "range": (1, 3),
    "slice": (1, 3),
    "str": (0, 3),
    "type": (1, 3),
    "dict": (0, 1),
    "set": (0, 1),
    "frozenset": (0, 1),
    "map": (2, None),
    "filter": (2, 2),
    "min": (1, None),
    "max": (1, None),
    "next": (1, 2),
    "iter": (1, 2),
    "getattr": (2, 3),
    "vars": (0, 1),
    "dir": (0, 1),
    "dict.pop": (1, 2),
    "dict.popitem": (0, 1),
    "dict.update": (0, 1),
    **dict.fromkeys(["dict.keys", "dict.values", "dict.items", "dict.copy", "dict.clear"], (0, 0)),
    **dict.fromkeys(["set.add", "set.discard", "set.remove", "set.issubset"], (1, 1)),
    **dict.fromkeys(["set.issuperset", "set.isdisjoint", "set.symmetric_difference"], (1, 1)),
    **dict.fromkeys(["set.pop", "set.copy", "set.clear"], (0, 0)),
    **dict.fromkeys(["str.find", "str.rfind", "str.index", "str.rindex", "str.count"], (1, 3)),
    **dict.fromkeys(["str.startswith", "str.endswith"], (1, 3)),
    **dict.fromkeys(["list.appendleft", "list.extendleft"], (1, 1)),
    "list.popleft": (0, 0),
    "generator.__next__": (0, 0),
    "generator.send": (1, 1),
    "generator.throw": (1, 3),
    "generator.close": (0, 0),
    "list.rotate": (0, 1),
    "collections.Counter": (0, 1),
    "collections.OrderedDict": (0, 1),
    "collections.deque": (0, 2),
    "functools.partial": (1, None),
    "itertools.count": (0, 2),
    "itertools.repeat": (1, 2),
    "itertools.islice": (2, 4),
    "itertools.chain.from_iterable": (1, 1),
    "math.log": (1, 2),
    "operator.attrgetter": (1, None),
    "operator.itemgetter": (1, None),
    "operator.methodcaller": (1, None),
}
"""Functions of which Python tells no signature."""


@functools.cache
def takes(name: str) -> Takes | None:
    """What a function of Python's own takes, by its qualified name; None where not known."""
    if name in _UNSIGNED:
        return Takes(*_UNSIGNED[name])
    owner, _, last = name.rpartition(".")
    where = _MODULES.get(owner, getattr(python, owner, None)) if owner else python
    function = getattr(where, last, None)
    if function is None:
        return None
    try:
        parameters = list(inspect.signature(function).parameters.values())
    except (TypeError, ValueError):
        return None
    if isinstance(function, (MethodDescriptorType, WrapperDescriptorType)):
        parameters = parameters[1:]
    return _counted(parameters, name in _ONCE_MORE)


def _counted(parameters: list[inspect.Parameter], more: bool) -> Takes:
    placed = [p for p in parameters if p.kind in (p.POSITIONAL_ONLY, p.POSITIONAL_OR_KEYWORD)]
    least = sum(p.default is p.empty for p in placed)
    spread = more or any(p.kind == p.VAR_POSITIONAL for p in parameters)
    names = [None if p.kind == p.POSITIONAL_ONLY else p.name for p in placed]
    return Takes(least, None if spread else len(placed), tuple(names[:least]))


def fitted(m: Machine, name: str, a: Arguments) -> Arguments:
    """The arguments with those that the function needs by place; TypeError where they don't fit."""
    limits = takes(name)
    if limits is None or a.open:
        return a
    needed = limits.names[len(a.args) : limits.least]
    by_name = [one for one in needed if one in a.kwargs]
    if by_name and by_name == list(needed):
        rest = {key: value for key, value in a.kwargs.items() if key not in by_name}
        a = type(a)((*a.args, *(a.kwargs[one] for one in by_name)), rest)
    if len(a.args) < limits.least or (limits.most is not None and len(a.args) > limits.most):
        raise m.fail("TypeError", f"…{name.rpartition('.')[2]}…argument…")
    return a


def fitting(name: str, function: Callable[..., Value]) -> Callable[..., Value]:
    """A native function that gets arguments that it takes."""

    def run(m: Machine, a: Arguments) -> Value:
        return called(m, function, fitted(m, name, a))

    return run


def called(m: Machine, function: Callable[..., Value], a: Arguments, *held: Value) -> Value:
    """Calls a native function, which may lack an argument that it looks for."""
    try:
        return function(m, *held, a)
    except IndexError as error:
        return without(m, a, error)


def without(m: Machine, a: Arguments, error: IndexError) -> Value:
    """What a native function gives that has looked for an argument that isn't there.

    Raises an error again that comes from elsewhere than the function itself.
    """
    traced = error.__traceback__
    inside = traced.tb_next if traced is not None else None
    if inside is None or inside.tb_next is not None:
        raise error
    if a.open:
        return m.unknown()
    raise m.fail("TypeError", "…argument…") from None


def owner(value: Value) -> str:
    """The type in whose name a value's methods are known, empty where that isn't known."""
    if isinstance(value, ListRef) and not isinstance(value, TupleRef):
        return "list"  # a deque as well, which has methods of its own besides
    if isinstance(value, Iterator):
        return "generator"
    kind = native_type(value)
    return kind.__name__ if kind is not None else ""
