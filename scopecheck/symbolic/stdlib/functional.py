"""functools, itertools, contextlib, dataclasses, abc, operator, copy, six."""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING, Any

import immutables

from scopecheck.symbolic import access, operators
from scopecheck.symbolic.builtins.functions import FUNCTIONS as BUILTIN
from scopecheck.symbolic.iteration import iterate
from scopecheck.symbolic.values import (
    Builtin,
    ClassRef,
    ContextFunction,
    DictRef,
    Error,
    Foreign,
    Function,
    Instance,
    Items,
    ListRef,
    Partial,
    SetRef,
    Table,
    Value,
)

if TYPE_CHECKING:
    from scopecheck.symbolic.calls import Arguments
    from scopecheck.symbolic.machine import Machine


def _partial(m: Machine, a: Arguments) -> Value:
    if not a.args or a.open:
        return m.unknown("a partial")
    return Partial(a.args[0], a.args[1:], tuple(a.kwargs.items()))


def _wraps(m: Machine, a: Arguments) -> Value:
    wrapped = a.args[0] if a.args else None

    def rename(m: Machine, inner: Arguments) -> Value:
        function = inner.args[0]
        if isinstance(function, Function) and isinstance(wrapped, Function):
            place: Any = ("function", function)
            held = m.heap.get(place) or immutables.Map()
            m.write(place, held.set("__name__", wrapped.code.name).set("__wrapped__", wrapped))
        return function

    return Builtin("wraps", rename)


def _identity(m: Machine, a: Arguments) -> Value:
    return a.args[0] if a.args else m.unknown()


def _decorator(m: Machine, a: Arguments) -> Value:
    """A decorator that may be given options: returns what it decorates."""
    if len(a.args) == 1 and isinstance(a.args[0], (Function, ClassRef)):
        return a.args[0]
    return Builtin("decorator", _identity)


class Cached(Foreign):
    """A function behind ``functools.lru_cache``: one result for equal arguments."""

    __slots__ = ("function", "place")
    wraps_method = True

    def __init__(self, function: Value, place: int) -> None:
        self.function = function
        self.place = place

    def call(self, m: Machine, args: Any) -> Value:
        """Recalls the result or calls the function."""
        try:
            key = (tuple(args.args), tuple(sorted(args.kwargs.items())))
            hash(key)
        except TypeError:
            return m.call(self.function, args.args, **args.kwargs)
        table: Table = m.heap[self.place]
        if key in table.items:
            return table.items[key]
        result = m.call(self.function, args.args, **args.kwargs)
        table = m.heap[self.place]
        m.write(self.place, Table({**table.items, key: result}))
        return result


def _lru_cache(m: Machine, a: Arguments) -> Value:
    def cache(m: Machine, inner: Arguments) -> Value:
        return Cached(inner.args[0], m.allocate(Table()))

    if len(a.args) == 1 and isinstance(a.args[0], Function):
        return cache(m, a)
    return Builtin("lru_cache", cache)


def _contextmanager(m: Machine, a: Arguments) -> Value:
    return ContextFunction(a.args[0]) if a.args else m.unknown()


class Passing(Foreign):
    """A context manager that does nothing to the graph: it gives a value and leaves."""

    __slots__ = ("given",)

    def __init__(self, given: Value = None) -> None:
        self.given = given

    def enter(self, m: Machine, node: Any) -> Value:
        """Gives the value."""
        return self.given

    def get_attribute(self, m: Machine, name: str) -> Value:
        """Attributes are those of the value."""
        return access.get_attribute(m, self.given, name) if self.given is not None else NotImplemented


class Suppressing(Foreign):
    """``contextlib.suppress``: errors of these classes end the block quietly."""

    __slots__ = ("kinds",)

    def __init__(self, kinds: tuple[Value, ...]) -> None:
        self.kinds = kinds

    def enter(self, m: Machine, node: Any) -> Value:
        """Gives None."""
        return None

    def swallows(self, error: Value) -> bool:
        """Whether the error is of one of the classes."""
        from scopecheck.symbolic.lower.handlers import catches

        return isinstance(error, Error) and catches(self.kinds, error)


def _passing(m: Machine, a: Arguments) -> Value:
    return Passing(a.args[0] if a.args else None)


def _dataclass(m: Machine, a: Arguments) -> Value:
    def mark(m: Machine, inner: Arguments) -> Value:
        cls = inner.args[0]
        if isinstance(cls, ClassRef):
            m.write(cls.id, m.heap[cls.id].set("__dataclass__", True))
        return cls

    if len(a.args) == 1 and isinstance(a.args[0], ClassRef):
        return mark(m, a)
    return Builtin("dataclass", mark)


def _field(m: Machine, a: Arguments) -> Value:
    return Table(dict(a.kwargs))


def _chain(m: Machine, a: Arguments) -> Value:
    items: list[Value] = []
    open = a.open_args
    for one in a.args:
        held = iterate(m, one)
        items.extend(held.items if held else ())
        open = open or held is None or held.open
    return m.new_list(items, open)


def _chain_from(m: Machine, a: Arguments) -> Value:
    held = iterate(m, a.args[0])
    return m.new_list((), True) if held is None else _chain(m, type(a)(held.items))


def _known(function: Any) -> Any:
    def run(m: Machine, a: Arguments) -> Value:
        held = [iterate(m, one) for one in a.args if not isinstance(one, int)]
        numbers = [one for one in a.args if isinstance(one, int)]
        if any(one is None or one.open for one in held):
            return m.new_list((), True)
        rows = itertools.islice(function(*[h.items for h in held if h], *numbers, **a.kwargs), 500)
        return m.new_list(rows)

    return run


class Counter(Foreign):
    """``itertools.count``: the next number is on the heap."""

    __slots__ = ("place", "step")

    def __init__(self, place: int, step: int) -> None:
        self.place = place
        self.step = step

    def advance(self, m: Machine) -> Value:
        """``next(counter)``."""
        (now,) = m.heap[self.place].items
        m.write(self.place, Items((operators.binary(m, "+", now, self.step),)))
        return now

    def iterate(self, m: Machine) -> Items | None:
        """The first numbers."""
        (now,) = m.heap[self.place].items
        if not isinstance(now, int):
            return None
        return Items(tuple(now + self.step * i for i in range(50)), True)

    def get_attribute(self, m: Machine, name: str) -> Value:
        """``counter.next``."""
        return Builtin("next", lambda m, a: self.advance(m)) if name in ("next", "__next__") else NotImplemented


def _count(m: Machine, a: Arguments) -> Value:
    start = a.args[0] if a.args else a.kwargs.get("start", 0)
    step = a.args[1] if len(a.args) > 1 else a.kwargs.get("step", 1)
    return Counter(m.allocate(Items((start,))), step if isinstance(step, int) else 1)


def _islice(m: Machine, a: Arguments) -> Value:
    held = iterate(m, a.args[0])
    bounds = a.args[1:]
    if held is None or not all(isinstance(b, (int, type(None))) for b in bounds):
        return m.new_list((), True)
    cut = slice(*bounds)
    return m.new_list(held.items[cut], held.open and (cut.stop or 0) > len(held.items))


def _repeat(m: Machine, a: Arguments) -> Value:
    if len(a.args) == 2 and isinstance(a.args[1], int):
        return m.new_list([a.args[0]] * min(a.args[1], 500))
    return m.new_list([a.args[0]] * 50, True)


def _copy(m: Machine, a: Arguments) -> Value:
    value = a.args[0]
    if isinstance(value, ListRef):
        return m.new_list(m.contents(value).items, m.contents(value).open)
    if isinstance(value, DictRef):
        return DictRef(m.allocate(m.contents(value)), value.factory)
    if isinstance(value, SetRef):
        return SetRef(m.allocate(m.contents(value)))
    if isinstance(value, Instance):
        return Instance(m.allocate(m.contents(value)), value.cls)
    return value


def _deepcopy(m: Machine, a: Arguments) -> Value:
    value = a.args[0]
    if isinstance(value, ListRef):
        held: Items = m.contents(value)
        return m.new_list([_deepcopy(m, type(a)((one,))) for one in held.items], held.open)
    if isinstance(value, DictRef):
        table: Table = m.contents(value)
        copied = {k: _deepcopy(m, type(a)((v,))) for k, v in table.items.items()}
        return DictRef(m.allocate(Table(copied, table.open)), value.factory)
    return _copy(m, a)


def _operator(op: str) -> Any:
    return lambda m, a: operators.binary(m, op, a.args[0], a.args[1])


def _getter(item: bool) -> Any:
    def make(m: Machine, a: Arguments) -> Value:
        keys = a.args

        def take(m: Machine, inner: Arguments) -> Value:
            get = access.get_item if item else access.get_attribute
            found = tuple(get(m, inner.args[0], key) for key in keys)
            return found[0] if len(found) == 1 else found

        return Builtin("getter", take)

    return make


def _with_metaclass(m: Machine, a: Arguments) -> Value:
    return a.args[1] if len(a.args) > 1 else m.library.attribute(m, "object")


def _view(name: str) -> Any:
    return lambda m, a: m.call(access.get_attribute(m, a.args[0], name))


def _raise(m: Machine, a: Arguments) -> Value:
    from scopecheck.symbolic.values import Raised

    if a.args and isinstance(a.args[0], Error):
        raise Raised(a.args[0])
    return None


FUNCTIONS: dict[str, Any] = {
    "functools.partial": _partial,
    "functools.wraps": _wraps,
    "functools.update_wrapper": _identity,
    "functools.lru_cache": _lru_cache,
    "functools.cache": _lru_cache,
    "functools.reduce": BUILTIN["reduce"],
    "functools.total_ordering": _identity,
    "contextlib.contextmanager": _contextmanager,
    "contextlib.nullcontext": _passing,
    "contextlib.closing": _passing,
    "contextlib.redirect_stdout": _passing,
    "contextlib.suppress": lambda m, a: Suppressing(a.args),
    "dataclasses.dataclass": _dataclass,
    "dataclasses.field": _field,
    "abc.abstractmethod": _identity,
    "abc.abstractproperty": lambda m, a: _property(a),
    "itertools.chain": _chain,
    "itertools.chain.from_iterable": _chain_from,
    "itertools.product": _known(itertools.product),
    "itertools.combinations": _known(itertools.combinations),
    "itertools.permutations": _known(itertools.permutations),
    "itertools.accumulate": lambda m, a: m.new_list((), True),
    "itertools.count": _count,
    "itertools.islice": _islice,
    "itertools.repeat": _repeat,
    "itertools.izip": BUILTIN["zip"],
    "itertools.imap": BUILTIN["map"],
    "itertools.cycle": lambda m, a: m.new_list((iterate(m, a.args[0]) or Items()).items, True),
    "itertools.starmap": lambda m, a: m.new_list(
        [m.call(a.args[0], (iterate(m, row) or Items()).items) for row in (iterate(m, a.args[1]) or Items()).items]
    ),
    "itertools.zip_longest": BUILTIN["zip"],
    "copy.copy": _copy,
    "copy.deepcopy": _deepcopy,
    "operator.add": _operator("+"),
    "operator.sub": _operator("-"),
    "operator.mul": _operator("*"),
    "operator.itemgetter": _getter(True),
    "operator.attrgetter": _getter(False),
    "six.with_metaclass": _with_metaclass,
    "six.add_metaclass": lambda m, a: Builtin("add_metaclass", _identity),
    "six.iteritems": _view("items"),
    "six.itervalues": _view("values"),
    "six.iterkeys": _view("keys"),
    "six.moves.range": None,
    "six.moves.zip": BUILTIN["zip"],
    "six.moves.map": BUILTIN["map"],
    "six.moves.filter": BUILTIN["filter"],
    "six.moves.reduce": BUILTIN["reduce"],
    "six.raise_from": _raise,
    "tqdm.tqdm": _identity,
    "tqdm": _identity,
    "tqdm.trange": None,
    "typing.cast": lambda m, a: a.args[1],
    "enum.unique": _identity,
    "atexit.register": _identity,
    "sys.exit": BUILTIN["exit"],
    "os._exit": BUILTIN["exit"],
}


def _property(a: Arguments) -> Value:
    from scopecheck.symbolic.values import Descriptor

    return Descriptor("property", a.args[0])


def _range(m: Machine, a: Arguments) -> Value:
    from scopecheck.symbolic.builtins.types import construct

    return construct(m, range, a)


for _name in ("six.moves.range", "six.moves.xrange", "tqdm.trange"):
    FUNCTIONS[_name] = _range
