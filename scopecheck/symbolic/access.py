"""Attributes and items."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import immutables

from scopecheck.symbolic.attributes import OPEN, AttributeTable, by_hand
from scopecheck.symbolic.decisions import known_value, needed
from scopecheck.symbolic.values import (
    MISSING,
    Builtin,
    BuiltinType,
    ClassRef,
    Descriptor,
    DictRef,
    Error,
    Extern,
    Foreign,
    Function,
    Instance,
    Items,
    ListRef,
    Method,
    ModuleRef,
    Namespace,
    Partial,
    Ref,
    SetRef,
    Super,
    Table,
    Text,
    Unknown,
    Value,
)

if TYPE_CHECKING:
    from scopecheck.symbolic.machine import Machine


class Slice:
    """``a:b:c`` as an index."""

    __slots__ = ("start", "step", "stop")

    def __init__(self, start: Value, stop: Value, step: Value) -> None:
        self.start = start
        self.stop = stop
        self.step = step

    def known(self, m: Machine) -> slice | None:
        """The slice, None where a bound is not a known integer."""
        bounds = [index_of(m, bound) for bound in (self.start, self.stop, self.step)]
        if all(bound is None or isinstance(bound, int) for bound in bounds):
            return slice(*bounds) if bounds[2] != 0 else None
        return None


def index_of(m: Machine, value: Value) -> Value:
    """An index as an int where the value is one or stands for one."""
    value = needed(m, value)
    if isinstance(value, Foreign):
        whole = value.get_attribute(m, "__index__")
        return value if whole is NotImplemented else whole
    return value


def hashable(value: Value) -> Value:
    """A value as a key of a Table."""
    try:
        hash(value)
    except TypeError:
        return Unknown(("object", id(value)))
    return value


def new_set(m: Machine, held: Items) -> SetRef:
    """A set of the items."""
    return SetRef(m.allocate(Table({hashable(item): None for item in held.items}, held.open)))


def table_of(m: Machine, value: Value) -> Table | None:
    """The contents of a dict, None where the value is none or not known."""
    value = needed(m, value)
    if isinstance(value, DictRef):
        held: Table = m.contents(value)
        return held
    if isinstance(value, Namespace):
        contents = m.contents(value)
        return Table(dict(contents.items()), value.open)
    if isinstance(value, AttributeTable):
        return value.table(m)
    return None


def part(m: Machine, value: Value, index: int) -> Value:
    """The item of an unknown sequence."""
    if isinstance(value, Unknown):
        words = f"{value.text}[{index}]"
        return Unknown(("[]", value.key, index), words, free=value.free, tame=value.tame)
    if isinstance(value, Foreign):
        given = value.item(m, index)
        if given is not NotImplemented:
            return given
    return m.unknown()


# -- attributes -------------------------------------------------------------------------


def class_attribute(m: Machine, cls: ClassRef, name: str) -> Value | None:
    """The attribute along the class's resolution order, as it stands in the namespace."""
    for base in cls.mro:
        if isinstance(base, ClassRef):
            value = m.heap[base.id].get(name, MISSING)
            if value is not MISSING:
                return value
    return None


def find_attribute(m: Machine, value: Instance, name: str) -> Value | None:
    """A method or attribute of an instance, bound; None where the program defines none."""
    own = m.heap[value.id].get(name, MISSING)
    if own is not MISSING:
        return own
    found = class_attribute(m, value.cls, name)
    return None if found is None else bind_attribute(m, found, value, value.cls)


def bind_attribute(m: Machine, found: Value, receiver: Value, cls: ClassRef) -> Value:
    """What looking a class attribute up through a receiver gives."""
    if isinstance(found, Descriptor):
        if found.kind == "property":
            return m.call(found.function, (receiver,)) if isinstance(receiver, Instance) else found
        if found.kind == "classmethod":
            return Method(found.function, cls)
        return found.function
    if isinstance(receiver, Instance) and isinstance(found, Function):
        return Method(found, receiver)
    if isinstance(found, Instance):
        getter = class_attribute(m, found.cls, "__get__")
        if getter is not None:
            owner = receiver if isinstance(receiver, Instance) else None
            return m.call(Method(getter, found), (owner, cls))
    if isinstance(receiver, Instance) and hasattr(found, "wraps_method"):
        return Method(found, receiver)
    return found


def get_attribute(m: Machine, value: Value, name: str) -> Value:
    """``value.name``."""
    if isinstance(value, Instance):
        return _instance(m, value, name)
    if isinstance(value, Foreign):
        given = value.get_attribute(m, name)
        if given is NotImplemented and name in ("__enter__", "__exit__"):
            given = by_hand(m, value, name)
        if given is not NotImplemented:
            return given
        return m.unknown(name)
    if isinstance(value, Extern):
        return m.library.attribute(m, f"{value.name}.{name}")
    if isinstance(value, ModuleRef):
        return m.importer.module_attribute(m, value, name)
    if isinstance(value, Unknown):
        known = known_value(m, value)
        if not isinstance(known, Unknown):
            return get_attribute(m, known, name)
        if value.default is not None or value.kind == "str":
            method = _method(m, value, name)
            if method is not None:
                return method
        words = f"{value.text}.{name}" if value.text else name
        return Unknown((".", value.key, name), words, free=value.free, tame=value.tame)
    if isinstance(value, ClassRef):
        return _class(m, value, name)
    if isinstance(value, Super):
        return _super(m, value, name)
    if isinstance(value, Namespace):
        held = m.heap[value.id].get(name, MISSING)
        if held is not MISSING:
            return held
        if value.open:
            return Unknown(("namespace", value.id, name), name, free=True)
        raise m.fail("AttributeError", f"no attribute {name!r}")
    return _other(m, value, name)


def _other(m: Machine, value: Value, name: str) -> Value:
    if isinstance(value, (Function, Method, Partial)):
        return _function(m, value, name)
    if isinstance(value, BuiltinType):
        return _type(m, value, name)
    if isinstance(value, Error):
        return _error(m, value, name)
    method = _method(m, value, name)
    if method is not None:
        return method
    if name == "__class__":
        return BuiltinType(type(value))
    if isinstance(value, (int, float, complex)) and name in ("real", "imag"):
        return getattr(value, name)
    if value is None:
        raise m.fail("AttributeError", f"'NoneType' object has no attribute '{name}'")
    return m.unknown(name)


def _error(m: Machine, value: Error, name: str) -> Value:
    if name == "__cause__":
        return value.cause
    if value.value is not None:
        return get_attribute(m, value.value, name)
    if name == "args":
        return value.args
    if name in ("message", "value") and value.args:
        return value.args[0]
    return value.type if name == "__class__" else m.unknown(name)


def _method(m: Machine, value: Value, name: str) -> Value | None:
    from scopecheck.symbolic.builtins import find_method

    return find_method(m, value, name)


def _instance(m: Machine, value: Instance, name: str) -> Value:
    found = find_attribute(m, value, name)
    if found is not None:
        return found
    own = m.heap[value.id].get(name, MISSING)
    if own is None or (class_attribute(m, value.cls, name) is None and _holds(m, value, name)):
        return None
    if name == "__class__":
        return value.cls
    if name == "__dict__":
        return AttributeTable(value.id)
    hook = class_attribute(m, value.cls, "__getattr__")
    if hook is not None:
        return m.call(Method(hook, value), (name,))
    if OPEN in m.heap[value.id]:
        return Unknown((".", ("object", value.id), name), name)
    if value.cls.foreign_base:
        return Builtin(name, lambda m, a: m.library.instance_call(m, value, name, a))
    raise m.fail("AttributeError", f"'{value.cls.name}' object has no attribute '{name}'")


def _holds(m: Machine, value: Instance, name: str) -> bool:
    return (
        any(isinstance(base, ClassRef) and name in m.heap[base.id] for base in value.cls.mro)
        or name in m.heap[value.id]
    )


def _class(m: Machine, value: ClassRef, name: str) -> Value:
    found = class_attribute(m, value, name)
    if found is not None:
        return bind_attribute(m, found, value, value)
    for base in value.mro:
        if isinstance(base, ClassRef) and name in m.heap[base.id]:
            return None
    if name in ("__name__", "__qualname__"):
        return value.name
    if name == "__mro__":
        return value.mro
    if name == "__module__":
        return m.unknown("__module__", kind="str")
    if value.foreign_base or name.startswith("__"):
        return m.unknown(name)
    raise m.fail("AttributeError", f"type object '{value.name}' has no attribute '{name}'")


def _super(m: Machine, value: Super, name: str) -> Value:
    receiver = value.receiver
    cls = receiver.cls if isinstance(receiver, Instance) else receiver
    order = list(cls.mro) if isinstance(cls, ClassRef) else []
    after = order[order.index(value.cls) + 1 :] if value.cls in order else []
    for base in after:
        if isinstance(base, ClassRef):
            found = m.heap[base.id].get(name, MISSING)
            if found is not MISSING:
                return bind_attribute(m, found, receiver, cls)
    if isinstance(receiver, Instance):
        if name == "__init__" and is_exception(receiver.cls):
            return Builtin(name, lambda m, a: set_attribute(m, receiver, "args", a.args))
        if name in ("__setattr__", "__delattr__", "__getattribute__"):
            return _plain_access(receiver, name)
        return Builtin(name, lambda m, a: m.library.instance_call(m, receiver, name, a))
    if name == "__new__":
        return Builtin(name, _bare)
    return m.unknown(name)


def is_exception(cls: ClassRef) -> bool:
    """Whether a class is an exception's."""
    return any(
        isinstance(base, BuiltinType) and issubclass(base.type, BaseException) for base in cls.mro
    )


def _bare(m: Machine, a: Any) -> Value:
    """``object.__new__(cls)``."""
    if a.args and isinstance(a.args[0], ClassRef):
        return Instance(m.allocate(immutables.Map()), a.args[0])
    return m.unknown("an object", not_none=True)


def _plain_access(receiver: Instance, name: str) -> Value:
    """``super().__setattr__`` and its like, past what the class defines."""

    def run(m: Machine, a: Any) -> Value:
        at = a.args[0] if a.args else None
        if not isinstance(at, str):
            return m.unknown()
        if name == "__getattribute__":
            return _instance(m, receiver, at)
        if name == "__delattr__":
            return delete_attribute(m, receiver, at)
        m.write(receiver.id, m.heap[receiver.id].set(at, a.args[1]))
        return None

    return Builtin(name, run)


def _function(m: Machine, value: Value, name: str) -> Value:
    while isinstance(value, (Method, Partial)):
        if isinstance(value, Method) and name == "__self__":
            return value.receiver
        if isinstance(value, Partial):
            if name == "func":
                return value.function
            if name == "args":
                return value.args
            if name == "keywords":
                return m.new_dict(dict(value.kwargs))
        value = value.function
    if not isinstance(value, Function):
        return m.unknown(name)
    place: Any = ("function", value)
    held = m.heap.get(place) or immutables.Map()
    if name in held:
        return held[name]
    if name in ("__name__", "func_name"):
        return value.code.name
    if name == "__qualname__":
        return value.code.qualname
    if name == "__dict__":
        return m.new_dict(dict(held.items()))
    if name == "__defaults__":
        return value.defaults or None
    if name.startswith(("__", "func_")):
        return m.unknown(name)
    raise m.fail("AttributeError", f"'function' object has no attribute '{name}'")


def _type(m: Machine, value: BuiltinType, name: str) -> Value:
    if name == "__name__":
        return value.type.__name__
    from scopecheck.symbolic.builtins import unbound_method

    return unbound_method(m, value.type, name)


def set_attribute(m: Machine, value: Value, name: str, new: Value) -> None:
    """``value.name = new``."""
    if isinstance(value, Instance):
        found = class_attribute(m, value.cls, name)
        if isinstance(found, Descriptor) and found.kind == "property" and found.setter is not None:
            m.call(found.setter, (value, new))
            return
        if isinstance(found, Instance):
            setter = class_attribute(m, found.cls, "__set__")
            if setter is not None:
                m.call(Method(setter, found), (value, new))
                return
        hook = class_attribute(m, value.cls, "__setattr__")
        if isinstance(hook, Function):
            m.call(Method(hook, value), (name, new))
            return
        if name == "__dict__":
            table = table_of(m, new)
            if table is not None:
                held: Any = immutables.Map(table.items)
                m.write(value.id, held.set(OPEN, True) if table.open else held)
            return
        m.write(value.id, m.heap[value.id].set(name, new))
    elif isinstance(value, (ClassRef, ModuleRef, Namespace)):
        m.write(value.id, m.heap[value.id].set(name, new))
    elif isinstance(value, Foreign):
        value.set_attribute(m, name, new)
    elif isinstance(value, Function):
        place: Any = ("function", value)
        m.write(place, (m.heap.get(place) or immutables.Map()).set(name, new))


def delete_attribute(m: Machine, value: Value, name: str) -> None:
    """``del value.name``."""
    if isinstance(value, (Instance, ClassRef, ModuleRef, Namespace)) and name in m.heap[value.id]:
        m.write(value.id, m.heap[value.id].delete(name))


# -- items ------------------------------------------------------------------------------


def get_item(m: Machine, value: Value, index: Value) -> Value:
    """``value[index]``."""
    if isinstance(value, Foreign):
        given = value.item(m, index)
        return m.unknown() if given is NotImplemented else given
    if isinstance(value, Instance):
        method = find_attribute(m, value, "__getitem__")
        return m.unknown() if method is None else m.call(method, (index,))
    value = needed(m, value)
    if isinstance(value, Unknown):
        from scopecheck.symbolic.operators import value_key

        key = ("[]", value.key, value_key(index))
        return Unknown(key, f"{value.text}[…]", free=value.free, tame=value.tame)
    if isinstance(value, DictRef):
        return _dict_item(m, value, index)
    if isinstance(index, Slice):
        return _sliced(m, value, index)
    at = index_of(m, index)
    items: Any = value
    open = False
    if isinstance(value, ListRef):
        held: Items = m.contents(value)
        items, open = held.items, held.open
    if isinstance(items, (tuple, str, bytes, range)) and isinstance(at, int):
        if open and (at < 0 or at >= len(items)):
            return m.unknown("an item")
        try:
            return items[at]
        except IndexError:
            raise m.fail("IndexError", "list index out of range") from None
    if isinstance(items, tuple) and isinstance(at, Unknown):
        return _any_of(m, items, at, open)
    return m.unknown()


def _any_of(m: Machine, items: tuple[Value, ...], at: Unknown, open: bool) -> Value:
    if items and not open and all(one is items[0] for one in items):
        return items[0]
    return Unknown(("item", at.key, len(items)), "an item", free=at.free)


def _dispatches(value: Value) -> bool:
    return isinstance(value, (Function, ClassRef, Method))


def _dispatched(m: Machine, table: Table, index: Unknown) -> Value:
    """The key by which a free value picks a function or class: each is a path of its own."""
    from scopecheck.symbolic.operators import compare

    for key in table.items:
        if isinstance(key, str) and m.truth(compare(m, "==", index, key)):
            return key
    return index


def _dict_item(m: Machine, value: DictRef, index: Value) -> Value:
    table: Table = m.contents(value)
    if isinstance(index, Unknown) and index.free and any(map(_dispatches, table.items.values())):
        index = _dispatched(m, table, index)
    key = hashable(needed(m, index))
    if key in table.items:
        return table.items[key]
    if value.factory is not None:
        made = m.call(value.factory)
        m.write(value.id, Table({**m.contents(value).items, key: made}, table.open))
        return made
    if (
        table.open
        or isinstance(key, (Unknown, Text))
        or any(isinstance(k, (Unknown, Text)) for k in table.items)
    ):
        from scopecheck.symbolic.operators import value_key

        free = isinstance(key, Unknown) and key.free
        return Unknown(("[]", ("dict", value.id), value_key(key)), "an item", free=free)
    raise m.fail("KeyError", key)


def _sliced(m: Machine, value: Value, index: Slice) -> Value:
    known = index.known(m)
    if isinstance(value, ListRef):
        held: Items = m.contents(value)
        if known is None:
            return m.new_list((), True)
        return m.new_list(held.items[known], held.open)
    if known is not None and isinstance(value, (tuple, str, bytes, range)):
        return value[known]
    return m.unknown()


def set_item(m: Machine, value: Value, index: Value, new: Value) -> None:
    """``value[index] = new``."""
    if isinstance(value, Foreign):
        value.set_item(m, index, new)
    elif isinstance(value, Instance):
        method = find_attribute(m, value, "__setitem__")
        if method is not None:
            m.call(method, (index, new))
    elif isinstance(value, DictRef):
        table: Table = m.contents(value)
        m.write(value.id, Table({**table.items, hashable(needed(m, index)): new}, table.open))
    elif isinstance(value, ListRef):
        held: Items = m.contents(value)
        at = index_of(m, index)
        if isinstance(at, int) and -len(held.items) <= at < len(held.items):
            items = list(held.items)
            items[at] = new
            m.write(value.id, Items(tuple(items), held.open))
        elif isinstance(at, int) and not held.open:
            raise m.fail("IndexError", "list assignment index out of range")
        elif isinstance(index, Slice):
            from scopecheck.symbolic.iteration import iterate

            given, known = iterate(m, new), index.known(m)
            if given is None or known is None or given.open:
                m.write(value.id, Items(held.items, True))
            else:
                changed = list(held.items)
                changed[known] = given.items
                m.write(value.id, Items(tuple(changed), held.open))
        else:
            m.write(value.id, Items(tuple(m.unknown() for _ in held.items), held.open))


def delete_item(m: Machine, value: Value, index: Value) -> None:
    """``del value[index]``."""
    if isinstance(value, DictRef):
        table: Table = m.contents(value)
        key = hashable(needed(m, index))
        m.write(value.id, Table({k: v for k, v in table.items.items() if k != key}, table.open))
    elif isinstance(value, ListRef):
        held: Items = m.contents(value)
        items = list(held.items)
        at = index.known(m) if isinstance(index, Slice) else index_of(m, index)
        if isinstance(at, (int, slice)):
            try:
                del items[at]
            except IndexError:
                raise m.fail("IndexError", "list assignment index out of range") from None
            m.write(value.id, Items(tuple(items), held.open))
        else:
            m.write(value.id, Items((), True))


__all__ = ["Ref", "Slice", "get_attribute", "get_item", "set_attribute", "set_item"]
