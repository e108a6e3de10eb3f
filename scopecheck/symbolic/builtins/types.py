"""Python's own types: conversions, exceptions, dataclasses."""

from __future__ import annotations

import builtins as python
from types import FunctionType, MethodType
from typing import TYPE_CHECKING, Any

from scopecheck.symbolic import text
from scopecheck.symbolic.builtins.abstract import given_as, matches_abstract
from scopecheck.symbolic.builtins.arity import fitted
from scopecheck.symbolic.choices import settled
from scopecheck.symbolic.comparisons import compare
from scopecheck.symbolic.decisions import needed
from scopecheck.symbolic.iteration import consume, iterate
from scopecheck.symbolic.native import ATOMS, answered
from scopecheck.symbolic.often import note_count
from scopecheck.symbolic.operators import derived, method_result
from scopecheck.symbolic.values import (
    MISSING,
    BuiltinType,
    ClassRef,
    Descriptor,
    DictRef,
    Error,
    Extern,
    FlagNumber,
    Foreign,
    Function,
    Instance,
    Items,
    ListRef,
    Method,
    SetRef,
    Text,
    TupleRef,
    Unknown,
    Value,
)

if TYPE_CHECKING:
    from scopecheck.symbolic.calls import Arguments
    from scopecheck.symbolic.machine import Machine

TYPES: dict[str, type] = {
    name: kind for name, kind in vars(python).items() if isinstance(kind, type)
}
TYPES.update(
    unicode=str, long=int, basestring=str, xrange=range, StandardError=Exception, file=object
)


def builtin_type(name: str) -> BuiltinType:
    """The type of a builtin name."""
    return BuiltinType(TYPES.get(name, Exception))


def construct(m: Machine, kind: type, arguments: Arguments) -> Value:
    """Calls a builtin type."""
    if issubclass(kind, BaseException):
        return Error(BuiltinType(kind), arguments.args)
    arguments = fitted(m, kind.__name__, arguments)
    maker = _MAKERS.get(kind)
    if maker is None:
        return m.unknown(kind.__name__, not_none=True)
    made = maker(m, arguments)
    if kind in _NUMBERS and isinstance(made, Unknown) and not (arguments.kwargs or arguments.open):
        return answered(m, kind, arguments.args, made)
    return made


_REFERRED = (
    (TupleRef, tuple),
    (ListRef, list),
    (DictRef, dict),
    (SetRef, set),
    (Text, str),
    (Function, FunctionType),
    (Method, MethodType),
)
_NUMBERS = (int, float, complex, bytes)


def _first(arguments: Arguments, default: Value = MISSING) -> Value:
    return arguments.args[0] if arguments.args else default


def _int(m: Machine, arguments: Arguments) -> Value:
    value = _first(arguments, 0)
    if isinstance(value, FlagNumber):
        return value
    if isinstance(value, Foreign):
        whole = value.get_attribute(m, "__int__")
        return m.unknown(kind="int") if whole is NotImplemented else whole
    if isinstance(value, Instance):
        return method_result(m, value, "__int__")
    value = needed(m, value)
    if isinstance(value, (int, float, str)):
        given = dict(zip(("x", "base"), arguments.args, strict=False)) | arguments.kwargs
        base = needed(m, given.get("base", 10))
        if not isinstance(base, int):
            return m.unknown(kind="int")
        try:
            return int(value, base) if isinstance(value, str) else int(value)
        except (ValueError, OverflowError) as error:
            raise m.fail(type(error).__name__, str(error)) from None
    if isinstance(value, Unknown):
        return Unknown(("int", value.key), value.text, free=value.free, kind="int")
    return m.unknown(kind="int")


def _float(m: Machine, arguments: Arguments) -> Value:
    value = needed(m, _first(arguments, 0.0))
    if isinstance(value, Instance):
        return method_result(m, value, "__float__")
    if isinstance(value, (int, float, str)):
        try:
            return float(value)
        except (ValueError, OverflowError) as error:
            raise m.fail(type(error).__name__, str(error)) from None
    if isinstance(value, Unknown):
        return Unknown(("float", value.key), value.text, free=value.free, kind="float")
    return m.unknown(kind="float")


def _str(m: Machine, arguments: Arguments) -> Value:
    return text.as_text(m, _first(arguments, ""))


def _bool(m: Machine, arguments: Arguments) -> Value:
    value = _first(arguments, False)
    if isinstance(value, Unknown):
        return Unknown(("bool", value.key), value.text, free=value.free, kind="bool")
    return m.truth(value)


def _list(m: Machine, arguments: Arguments) -> Value:
    value = _first(arguments, ())
    held = consume(m, value)
    if held is None:
        return m.new_list((), True)
    return m.new_list(held.items, held.open)


def _tuple(m: Machine, arguments: Arguments) -> Value:
    value = _first(arguments, ())
    held = consume(m, value)
    if held is not None:
        return m.new_tuple(held)
    if isinstance(value, Unknown):
        return derived("tuple", value)
    return m.unknown("a tuple", not_none=True)


def _set(m: Machine, arguments: Arguments) -> Value:
    from scopecheck.symbolic.tables import new_set

    held = consume(m, _first(arguments, ()))
    return new_set(m, held if held is not None else Items((), True))


def _dict(m: Machine, arguments: Arguments) -> Value:
    from scopecheck.symbolic.tables import hashable, table_of

    items: dict[Value, Value] = {}
    open = arguments.open
    if arguments.args:
        table = table_of(m, arguments.args[0])
        if table is not None:
            items.update(table.items)
            open = open or table.open
        else:
            held = consume(m, arguments.args[0])
            open = open or held is None or held.open
            for pair in held.items if held else ():
                both = iterate(m, pair)
                if both is not None and len(both.items) == 2:
                    items[hashable(both.items[0])] = both.items[1]
                else:
                    open = True
    items.update(arguments.kwargs)
    return m.new_dict(items, open)


def _range(m: Machine, arguments: Arguments) -> Value:
    from scopecheck.symbolic.subscripts import index_of

    for one in arguments.args:
        note_count(m, one)
    bounds = [index_of(m, bound) for bound in arguments.args]
    if any(isinstance(bound, float) for bound in bounds):
        raise m.fail("TypeError", "'float' object cannot be interpreted as an integer")
    if bounds and all(isinstance(bound, int) for bound in bounds):
        try:
            return range(*bounds)
        except (ValueError, TypeError):
            return m.unknown("a range")
    return Unknown(("range", *map(_key, bounds)), "a range", not_none=True)


def _key(value: Value) -> Any:
    from scopecheck.symbolic.operators import value_key

    return value_key(value)


def _type(m: Machine, arguments: Arguments) -> Value:
    value = _first(arguments)
    if len(arguments.args) == 3:
        return _made_class(m, arguments)
    if isinstance(value, Unknown) and (value.kind or value.given):
        if value.given and m.truth(compare(m, "is", value, None)):
            return BuiltinType(type(None))
        return BuiltinType(getattr(python, value.kind or value.given))
    if isinstance(value, Instance):
        return value.cls
    if isinstance(value, Error):
        return value.type
    if isinstance(value, ClassRef) and value.meta is not None:
        return value.meta
    if isinstance(value, (ClassRef, BuiltinType)):
        return BuiltinType(type)
    named = getattr(value, "class_of", None)
    if named is not None:
        return named
    if isinstance(value, FlagNumber):
        return BuiltinType(int)
    if isinstance(value, (bool, int, float, complex, str, bytes, tuple, range, type(None))):
        return BuiltinType(type(value))
    for ref, kind in _REFERRED:
        if isinstance(value, ref):
            return BuiltinType(kind)
    if isinstance(value, Foreign):
        return BuiltinType(type(value))
    return m.unknown("a type", not_none=True)


def _made_class(m: Machine, arguments: Arguments) -> Value:
    """``type(name, bases, namespace)``."""
    from scopecheck.symbolic.lower.classes import linear
    from scopecheck.symbolic.machine import EMPTY
    from scopecheck.symbolic.tables import table_of

    name, bases, namespace = arguments.args
    table = table_of(m, namespace)
    if not isinstance(bases, tuple) or table is None:
        return m.unknown("a class", not_none=True)
    held = EMPTY.update({k: v for k, v in table.items.items() if isinstance(k, str)})
    cls = ClassRef(m.allocate(held), str(name), bases, linear(bases), m.site())
    cls.code = m.frame.code
    return cls


def _object(m: Machine, arguments: Arguments) -> Value:
    return m.unknown("an object", not_none=True)


def _property(m: Machine, arguments: Arguments) -> Value:
    names = ("fget", "fset", "fdel")
    given = {**dict(zip(names, arguments.args, strict=False)), **arguments.kwargs}
    return Descriptor("property", *(given.get(name) for name in names))


def _super(m: Machine, arguments: Arguments) -> Value:
    from scopecheck.symbolic.values import Super

    if len(arguments.args) == 2:
        cls, receiver = arguments.args
    else:
        function = m.frame.function
        cls = function.owner if isinstance(function, Function) else None
        names = m.frame.code.parameters.positional
        receiver = settled(m, m.heap[m.frame.id].get(names[0])) if names else None
    if isinstance(cls, ClassRef):
        return Super(cls, receiver)
    return m.unknown("super()")


def _bytes(m: Machine, arguments: Arguments) -> Value:
    value = _first(arguments, b"")
    return value if isinstance(value, bytes) else m.unknown("bytes", not_none=True)


def _complex(m: Machine, arguments: Arguments) -> Value:
    return m.unknown("a number", not_none=True)


def _slice(m: Machine, arguments: Arguments) -> Value:
    from scopecheck.symbolic.subscripts import Slice

    bounds = [*arguments.args, None, None][:3]
    if len(arguments.args) == 1:
        bounds = [None, arguments.args[0], None]
    return Slice(*bounds)


def _wrap(kind: str) -> Any:
    def make(m: Machine, arguments: Arguments) -> Value:
        return Descriptor(kind, _first(arguments))

    return make


_MAKERS: dict[type, Any] = {
    int: _int,
    float: _float,
    str: _str,
    bool: _bool,
    list: _list,
    tuple: _tuple,
    set: _set,
    frozenset: _set,
    dict: _dict,
    range: _range,
    type: _type,
    object: _object,
    property: _property,
    super: _super,
    bytes: _bytes,
    complex: _complex,
    slice: _slice,
    staticmethod: _wrap("staticmethod"),
    classmethod: _wrap("classmethod"),
}


def _lazily(name: str) -> Any:
    def run(m: Machine, arguments: Arguments) -> Value:
        from scopecheck.symbolic.builtins import functions

        return functions.FUNCTIONS[name](m, arguments)

    return run


for _name, _kind in (
    ("enumerate", enumerate),
    ("zip", zip),
    ("map", map),
    ("filter", filter),
    ("reversed", reversed),
):
    _MAKERS[_kind] = _lazily(_name)


def matches(m: Machine, value: Value, kind: Value) -> Value:
    """``isinstance(value, kind)``: a bool or an unknown."""
    if isinstance(kind, (tuple, TupleRef)):
        kinds = kind if isinstance(kind, tuple) else (*m.contents(kind).items, m.unknown())
        answers = [matches(m, value, one) for one in kinds]
        if True in answers:
            return True
        return next((one for one in answers if isinstance(one, Unknown)), False)
    if type(kind) in ATOMS:
        raise m.fail("TypeError", "isinstance() arg 2 must be a type or tuple of types")
    if isinstance(kind, Extern):
        answer = matches_abstract(m, value, kind)
        if answer is not NotImplemented:
            return answer
    if isinstance(value, Unknown):
        if isinstance(kind, BuiltinType) and value.kind:
            return kind.type.__name__ == value.kind or kind.type is object
        if isinstance(kind, BuiltinType) and value.given:
            return given_as(m, value, kind.type)
        return derived("isinstance", value, kind if not isinstance(kind, tuple) else None)
    if isinstance(value, Instance):
        if kind in value.cls.mro or (isinstance(kind, BuiltinType) and kind.type is object):
            return True
        if isinstance(kind, (ClassRef, BuiltinType)):
            return False
        known = _external(m, value, kind) if isinstance(kind, Extern) else None
        return m.unknown("isinstance") if known is None else known
    if isinstance(value, Foreign):
        asked = getattr(value, "is_instance", None)
        if asked is not None:
            return asked(m, kind)
        if isinstance(kind, (BuiltinType, ClassRef)):
            return isinstance(kind, BuiltinType) and isinstance(value, kind.type)
        return Unknown(
            ("isinstance", type(value).__name__, _key(kind)), "isinstance(…)", kind="bool"
        )
    if isinstance(value, (int, float)) and hasattr(value, "dtypes"):
        return _of_numpy(m, value, kind)
    if isinstance(kind, BuiltinType):
        return _native(value, kind.type)
    if isinstance(value, Error) and isinstance(value.type, Extern) and isinstance(kind, Extern):
        known = m.library.is_subclass(value.type.name, kind.name)
        return m.unknown("isinstance") if known is None else known
    if isinstance(kind, ClassRef):
        meta = value.meta if isinstance(value, ClassRef) else None
        return meta is not None and kind in meta.mro
    if isinstance(value, Extern) and isinstance(kind, Extern):
        plain = m.library.is_subclass(value.name, kind.name) is False
        return False if plain else m.unknown("isinstance")
    if isinstance(value, (bool, int, float, str, bytes, tuple, ListRef, DictRef, type(None))):
        return False
    return m.unknown("isinstance")


def _external(m: Machine, value: Instance, kind: Extern) -> bool | None:
    """Whether a base outside the program, if the class has any, inherits another such class."""
    bases = [base for base in value.cls.mro if not isinstance(base, (ClassRef, BuiltinType))]
    answers = {
        m.library.is_subclass(base.name, kind.name) if isinstance(base, Extern) else None
        for base in bases
    }
    return True if True in answers else None if None in answers else False


def _of_numpy(m: Machine, value: Any, kind: Value) -> Value:
    """Whether a single number of numpy's is of a type: one of 64 bits may be Python's as well."""
    if not isinstance(kind, BuiltinType):
        return False if isinstance(kind, ClassRef) else m.unknown("isinstance", kind="bool")
    if kind.type is float:
        return value.dtype == "float64"
    if kind.type is int:
        return m.frame.code.python2 and value.dtype == "int64"
    return kind.type is object


def _native(value: Value, kind: type) -> bool:
    if kind is object:
        return True
    for ref, native in _REFERRED:
        if isinstance(value, ref):
            return issubclass(native, kind)
    if isinstance(value, Error):
        raised = value.type.type if isinstance(value.type, BuiltinType) else Exception
        return issubclass(raised, kind)
    if isinstance(value, (ClassRef, BuiltinType)):
        return kind is type
    return isinstance(value, kind)
