"""functools, itertools, contextlib, dataclasses, abc, operator, six."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import immutables

from scopecheck.symbolic import access, comparisons, operators, subscripts
from scopecheck.symbolic.builtins.dataclass import FUNCTIONS as DATACLASSES
from scopecheck.symbolic.builtins.functions import FUNCTIONS as BUILTIN
from scopecheck.symbolic.enums import auto
from scopecheck.symbolic.lower.classes import linear
from scopecheck.symbolic.machine import EMPTY
from scopecheck.symbolic.metaclasses import made_by, metaclass
from scopecheck.symbolic.stdlib.contexts import FUNCTIONS as CONTEXTS
from scopecheck.symbolic.values import (
    Builtin,
    ClassRef,
    ContextFunction,
    Error,
    Foreign,
    Function,
    Method,
    Partial,
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
    """``functools.wraps(wrapped)``: a decorator."""
    wrapped = a.get(0, "wrapped")
    return Builtin("wraps", lambda m, inner: _updated(m, inner.get(0, "wrapper"), wrapped))


def _update_wrapper(m: Machine, a: Arguments) -> Value:
    return _updated(m, a.get(0, "wrapper"), a.get(1, "wrapped"))


def _updated(m: Machine, function: Value, wrapped: Value) -> Value:
    """A function with the name and the attributes of the one that it wraps."""
    if isinstance(function, Function) and isinstance(wrapped, (Function, Method)):
        place: Any = ("function", function)
        held = m.heap.get(place) or immutables.Map()
        inner = wrapped.function if isinstance(wrapped, Method) else wrapped
        there: Any = ("function", inner)
        held = held.update(m.heap.get(there) or {})
        name = access.get_attribute(m, wrapped, "__name__")
        m.write(place, held.set("__name__", name).set("__wrapped__", wrapped))
    return function


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


def _operator(op: str) -> Any:
    return lambda m, a: operators.binary(m, op, a.args[0], a.args[1])


_OPERATORS = {
    "add": "+",
    "sub": "-",
    "mul": "*",
    "truediv": "/",
    "floordiv": "//",
    "mod": "%",
    "pow": "**",
    "matmul": "@",
    "and_": "&",
    "or_": "|",
    "xor": "^",
    "lshift": "<<",
    "rshift": ">>",
}
_COMPARISONS = {
    "eq": "==",
    "ne": "!=",
    "lt": "<",
    "le": "<=",
    "gt": ">",
    "ge": ">=",
    "is_": "is",
    "is_not": "is not",
}


def _comparison(op: str) -> Any:
    return lambda m, a: comparisons.compare(m, op, a.args[0], a.args[1])


def _method_caller(m: Machine, a: Arguments) -> Value:
    """``operator.methodcaller(name, *args)``."""
    name, rest = a.args[0], type(a)(a.args[1:], a.kwargs)

    def call(m: Machine, inner: Arguments) -> Value:
        return m.call(access.get_attribute(m, inner.args[0], name), rest.args, **rest.kwargs)

    return Builtin("methodcaller", call)


def _getter(item: bool) -> Any:
    def make(m: Machine, a: Arguments) -> Value:
        keys = a.args

        def take(m: Machine, inner: Arguments) -> Value:
            get = subscripts.get_item if item else access.get_attribute
            value = inner.args[0]
            found = tuple(get(m, value, key) for key in keys)
            return found[0] if len(found) == 1 else found

        return Builtin("getter", take)

    return make


def _with_metaclass(m: Machine, a: Arguments) -> Value:
    """``with_metaclass(Meta, *bases)``: the bases, below a class that has the metaclass."""
    bases = a.args[1:]
    meta = metaclass(a.args[0] if a.args else None, bases)
    if meta is None:
        return bases[0] if bases else m.library.attribute(m, "object")
    cls = ClassRef(m.allocate(EMPTY), "temporary_class", bases, linear(bases), m.site())
    cls.code, cls.meta = m.frame.code, meta
    return cls


def _add_metaclass(m: Machine, a: Arguments) -> Value:
    """``@add_metaclass(Meta)``."""
    meta = metaclass(a.args[0] if a.args else None, ())

    def add(m: Machine, inner: Arguments) -> Value:
        cls = inner.args[0]
        return made_by(m, cls, meta, {}) if meta and isinstance(cls, ClassRef) else cls

    return Builtin("add_metaclass", add)


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
    "functools.update_wrapper": _update_wrapper,
    "functools.lru_cache": _lru_cache,
    "functools.cache": _lru_cache,
    "functools.reduce": BUILTIN["reduce"],
    "functools.total_ordering": _identity,
    "contextlib.contextmanager": _contextmanager,
    **DATACLASSES,
    **CONTEXTS,
    "abc.abstractmethod": _identity,
    "abc.abstractproperty": lambda m, a: _property("property", a),
    "functools.cached_property": lambda m, a: _property("cached", a),
    **{f"operator.{name}": _operator(op) for name, op in _OPERATORS.items()},
    **{f"operator.{name}": _comparison(op) for name, op in _COMPARISONS.items()},
    "operator.concat": _operator("+"),
    "operator.getitem": lambda m, a: subscripts.get_item(m, a.args[0], a.args[1]),
    "operator.contains": lambda m, a: comparisons.compare(m, "in", a.args[1], a.args[0]),
    "operator.not_": lambda m, a: comparisons.negate(m, a.args[0]),
    "operator.neg": lambda m, a: operators.unary(m, "-", a.args[0]),
    "operator.abs": BUILTIN["abs"],
    "operator.methodcaller": _method_caller,
    "operator.itemgetter": _getter(True),
    "operator.attrgetter": _getter(False),
    "six.wraps": _wraps,
    "six.with_metaclass": _with_metaclass,
    "six.add_metaclass": _add_metaclass,
    "six.iteritems": _view("items"),
    "six.itervalues": _view("values"),
    "six.iterkeys": _view("keys"),
    "six.moves.range": None,
    "six.moves.zip": BUILTIN["zip"],
    "six.moves.map": BUILTIN["map"],
    "six.moves.filter": BUILTIN["filter"],
    "six.moves.reduce": BUILTIN["reduce"],
    "six.raise_from": _raise,
    "typing.cast": lambda m, a: a.args[1],
    "enum.unique": _identity,
    "enum.auto": auto,
    "atexit.register": _identity,
    "sys.exit": BUILTIN["exit"],
    "os._exit": BUILTIN["exit"],
}


def _property(kind: str, a: Arguments) -> Value:
    from scopecheck.symbolic.values import Descriptor

    return Descriptor(kind, a.args[0])


def _range(m: Machine, a: Arguments) -> Value:
    from scopecheck.symbolic.builtins.types import construct

    return construct(m, range, a)


for _name in ("six.moves.range", "six.moves.xrange"):
    FUNCTIONS[_name] = _range
