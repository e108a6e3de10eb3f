"""``value.name``: reading, setting and deleting the attributes of every kind of value."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

import immutables

from scopecheck.symbolic.attributes import (
    OPEN,
    AttributeTable,
    any_changes,
    by_hand,
    namespace_method,
)
from scopecheck.symbolic.choices import settled
from scopecheck.symbolic.decisions import known_value, needed
from scopecheck.symbolic.deleted import note_deleted
from scopecheck.symbolic.inheritance import (
    bind_attribute,
    class_attribute,
    find_attribute,
    is_exception,
)
from scopecheck.symbolic.metaclasses import above, asked, is_metaclass, type_new
from scopecheck.symbolic.native import native_type
from scopecheck.symbolic.number_members import NUMERIC, number_attribute
from scopecheck.symbolic.subclassed import (
    CONTENTS,
    ITEMS_ARE_ATTRIBUTES,
    as_item,
    contents_of,
    give_contents,
    holds_none,
    inherited,
    items_shown,
    record_attribute,
)
from scopecheck.symbolic.subscripts import delete_item, get_item, set_item
from scopecheck.symbolic.tables import table_of
from scopecheck.symbolic.values import (
    MISSING,
    Builtin,
    BuiltinType,
    ClassRef,
    Descriptor,
    Error,
    Extern,
    Foreign,
    Function,
    Instance,
    Method,
    ModuleRef,
    Namespace,
    Partial,
    Super,
    Text,
    Unknown,
    Value,
)

if TYPE_CHECKING:
    from scopecheck.symbolic.machine import Machine


TRACKED = frozenset(
    "layers updates losses weights variables trainable_weights non_trainable_weights "
    "trainable_variables non_trainable_variables".split()
)
"""What a list or a dict has too once it is an attribute of a Keras model, which wraps it."""


def get_attribute(m: Machine, value: Value, name: str) -> Value:
    """``value.name``."""
    if isinstance(value, Instance):
        return _instance(m, value, name)
    if isinstance(value, Foreign):
        given = value.get_attribute(m, name)
        if given is NotImplemented and name in ("__enter__", "__exit__"):
            given = by_hand(m, value, name)
        if given is NotImplemented:
            given = _dunder(value, name)
        if given is not NotImplemented:
            return given
        return m.unknown(name, tame=getattr(value, "is_data", False))
    if isinstance(value, Extern):
        return m.library.attribute(m, f"{value.name}.{name}")
    if isinstance(value, ModuleRef):
        return m.importer.module_attribute(m, value, name)
    if isinstance(value, Unknown):
        known = known_value(m, value)
        if not isinstance(known, Unknown):
            return get_attribute(m, known, name)
        if value.default is not None or value.kind == "str":
            method = _method(m, _given(value) if name in PARTING else value, name)
            if method is not None:
                return method
        words = f"{value.text}.{name}" if value.text else name
        return value.part((".", value.key, name), words)
    if isinstance(value, ClassRef):
        return _class(m, value, name)
    if isinstance(value, Super):
        return _super(m, value, name)
    if isinstance(value, Namespace):
        held = m.heap[value.id].get(name, MISSING)
        if held is not MISSING:
            return settled(m, held)
        method = namespace_method(value, name)
        if method is None and name in PLAIN_ACCESS:
            method = Builtin(name, lambda m, a: _plain_access(m, value, name, a))
        if method is not None:
            return method
        if value.open or OPEN in m.heap[value.id]:
            return Unknown(("namespace", value.id, name), name, free=True)
        raise m.fail("AttributeError", f"no attribute {name!r}")
    return _other(m, value, name)


PARTING = ("split", "rsplit", "partition", "rpartition")
"""Methods of text that give its parts."""


def _given(value: Unknown) -> Unknown:
    """A flag that is empty by default, as it is given: its parts are asked for, so it has some."""
    if value.default != "":
        return value
    return Unknown(value.key, value.text, free=value.free, kind="str", not_none=True)


def _dunder(value: Foreign, name: str) -> Value:
    """``shape.__len__`` and its like, where a model says no more; else NotImplemented."""
    from scopecheck.symbolic.builtins.dunders import DUNDERS

    run = DUNDERS.get(name)
    return NotImplemented if run is None else Builtin(name, lambda m, a: run(m, value, a))


def _other(m: Machine, value: Value, name: str) -> Value:
    if isinstance(value, (Function, Method, Partial)):
        return _function(m, value, name)
    if isinstance(value, BuiltinType):
        return _type(m, value, name)
    if isinstance(value, Error):
        return _error(m, value, name)
    if isinstance(value, Descriptor) and name in ("getter", "setter", "deleter"):
        return _accessor(value, name)
    method = _method(m, value, name)
    if method is not None:
        return method
    if name == "__class__":
        return BuiltinType(type(value))
    if isinstance(value, NUMERIC):
        found = number_attribute(m, value, name)
        if found is not NotImplemented:
            return found
    if value is None:
        raise m.fail("AttributeError", f"'NoneType' object has no attribute '{name}'")
    kind = native_type(value)
    if name in TRACKED and kind in (list, dict):
        return m.unknown(name)
    if kind is not None and not hasattr(kind, name):
        raise m.fail("AttributeError", f"'{kind.__name__}' object has no attribute '{name}'")
    return m.unknown(name, tame=True)


def _accessor(value: Descriptor, name: str) -> Value:
    """``@name.setter`` and its like: the property with that function."""

    def make(m: Machine, a: Any) -> Value:
        if not a.args:
            return value
        return replace(value, **{"function" if name == "getter" else name: a.args[0]})

    return Builtin(name, make)


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
    if _holds(m, value, name):
        return None  # an attribute or a property that is None
    if holds_none(m, value, name):
        return None
    if name == "__class__":
        return value.cls
    if name == "__dict__":
        return items_shown(m.heap[value.id]) or AttributeTable(value.id)
    if name in PLAIN_ACCESS and not value.cls.foreign_base:
        return plain_access(value, name)
    hook = class_attribute(m, value.cls, "__getattr__")
    if hook is not None:
        return m.call(Method(hook, value), (name,))
    if OPEN in m.heap[value.id] or class_attribute(m, value.cls, "__getattribute__") is not None:
        return Unknown((".", ("object", value.id), name), name)
    items = items_shown(m.heap[value.id])
    if items is not None and m.contents(items).open:
        return get_item(m, items, name)
    if name in PLAIN_ACCESS:
        return plain_access(value, name)
    if value.cls.foreign_base or hasattr(object, name):
        return m.library.instance_attribute(m, value, name)
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
    if value.meta is not None:
        given = asked(m, value, name)
        hook = asked(m, value, "__getattr__") if given is None else None
        if given is not None or hook is not None:
            return given if hook is None else m.call(hook, (name,))
    if name in ("__name__", "__qualname__"):
        return value.name
    if name == "__mro__":
        last = value.mro[-1]
        return value.mro if isinstance(last, BuiltinType) else (*value.mro, BuiltinType(object))
    if name == "__module__":
        held = m.importer.module_of(m, value.code.file)
        return m.unknown(name, kind="str") if held is None else m.heap[held.id].get("__name__")
    if name == "__new__" and all(isinstance(b, (ClassRef, BuiltinType)) for b in value.mro):
        return Builtin(name, bare)
    of_record = record_attribute(m, value, name)
    if of_record is not None:
        return of_record
    if value.foreign_base or name.startswith("__"):
        return m.unknown(name)
    raise m.fail("AttributeError", f"type object '{value.name}' has no attribute '{name}'")


def _super(m: Machine, value: Super, name: str) -> Value:
    receiver = value.receiver
    cls = receiver.cls if isinstance(receiver, Instance) else receiver
    order = list(cls.mro) if isinstance(cls, ClassRef) else []
    if isinstance(receiver, ClassRef) and receiver.meta is not None and value.cls not in order:
        order = list(receiver.meta.mro)
    after = order[order.index(value.cls) + 1 :] if value.cls in order else []
    for base in after:
        if isinstance(base, ClassRef):
            found = m.heap[base.id].get(name, MISSING)
            if found is not MISSING:
                return bind_attribute(m, found, receiver, cls)
    if isinstance(receiver, Instance):
        if name == "__init__" and is_exception(receiver.cls):
            return Builtin(name, lambda m, a: set_attribute(m, receiver, "args", a.args))
        if name in PLAIN_ACCESS:
            return plain_access(receiver, name)
        method = inherited(m, receiver, name)
        if method is not None:
            return method
        return m.library.instance_attribute(m, receiver, name)
    if name == "__new__":
        return Builtin(name, bare)
    given = above(m, receiver, name) if isinstance(receiver, ClassRef) else None
    if given is not None:
        return given
    outside = next((base for base in after if not isinstance(base, ClassRef)), None)
    return get_attribute(m, outside, name) if isinstance(outside, Extern) else m.unknown(name)


def bare(m: Machine, a: Any) -> Value:
    """``object.__new__(cls)``, or ``type.__new__(metaclass, name, bases, body)``."""
    if len(a.args) > 3 and is_metaclass(a.args[0]):
        return type_new(m, a)
    if a.args and isinstance(a.args[0], ClassRef):
        made = Instance(m.allocate(immutables.Map()), a.args[0])
        m.slotted.add(made.id)
        give_contents(m, made, type(a)(a.args[1:], a.kwargs, a.open_args, a.open_kwargs))
        return made
    return m.unknown("an object", not_none=True)


def _plain_access(m: Machine, value: Namespace, name: str, a: Any) -> Value:
    """``args.__getattribute__(name)`` and its like."""
    at = needed(m, a.args[0]) if a.args else None
    if not isinstance(at, str):
        return _unknown_access(m, value, name, at)
    if name == "__getattribute__":
        return get_attribute(m, value, at)
    if name == "__setattr__":
        set_attribute(m, value, at, a.args[1])
    else:
        delete_attribute(m, value, at)
    return None


def _unknown_access(m: Machine, value: Namespace | Instance, name: str, at: Value) -> Value:
    if name == "__setattr__" and isinstance(at, (Unknown, Text)):
        any_changes(m, value.id, at)
    return m.unknown()


PLAIN_ACCESS = ("__setattr__", "__delattr__", "__getattribute__")


def plain_access(receiver: Instance, name: str) -> Value:
    """``super().__setattr__`` and its like, past what the class defines."""

    def run(m: Machine, a: Any) -> Value:
        at = needed(m, a.args[0]) if a.args else None
        if not isinstance(at, str):
            return _unknown_access(m, receiver, name, at)
        if name == "__getattribute__":
            return _instance(m, receiver, at)
        if name == "__delattr__":
            if at in m.heap[receiver.id]:
                m.write(receiver.id, m.heap[receiver.id].delete(at))
            return None
        if at == "__dict__":
            _set_table(m, receiver, a.args[1])
        else:
            _set_plainly(m, receiver, at, a.args[1])
        return None

    return Builtin(name, run)


def _function(m: Machine, value: Value, name: str) -> Value:
    bound: tuple[Value, ...] = ()
    while isinstance(value, (Method, Partial)):
        if isinstance(value, Method):
            if name == "__self__":
                return value.receiver
            bound = (value.receiver,)
        if isinstance(value, Partial):
            if name == "func":
                return value.function
            if name == "args":
                return value.args
            if name == "keywords":
                return m.new_dict(dict(value.kwargs))
        value = value.function
    if isinstance(value, Foreign) and bound:
        held = value.get_attribute(m, name)  # what a wrapped method does, it does for its object
        if isinstance(held, Builtin):
            return Partial(held, bound, ())
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
    if name == "__module__":
        return m.heap[value.module.id].get("__name__")
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
        if isinstance(found, Descriptor) and found.kind == "property":
            if found.setter is None:
                raise m.fail("AttributeError", "can't set attribute")
            m.call(found.setter, (value, new))
            return
        if isinstance(found, Instance):
            setter = class_attribute(m, found.cls, "__set__")
            if setter is not None:
                m.call(Method(setter, found), (value, new))
                return
        hook = class_attribute(m, value.cls, "__setattr__")
        if isinstance(hook, (Function, Builtin)):
            m.call(Method(hook, value), (name, new))
            return
        if name == "__dict__":
            _set_table(m, value, new)
            return
        if value.cls.foreign_base and m.library.set_instance_attribute(m, value, name, new):
            return
        _set_plainly(m, value, name, new)
    elif isinstance(value, (ClassRef, ModuleRef, Namespace)):
        if isinstance(value, Namespace):
            m.slotted.add(value.id)
        m.write(value.id, m.heap[value.id].set(name, new))
    elif isinstance(value, Foreign):
        value.set_attribute(m, name, new)
    elif isinstance(value, Extern):
        m.library.set_attribute(m, value.name, name, new)
    elif isinstance(value, Function):
        place: Any = ("function", value)
        m.write(place, (m.heap.get(place) or immutables.Map()).set(name, new))


def _set_plainly(m: Machine, value: Instance, name: str, new: Value) -> None:
    items = items_shown(m.heap[value.id])
    if items is not None:
        set_item(m, items, name, as_item(m, value, new))
    else:
        m.write(value.id, m.heap[value.id].set(name, new))


def _set_table(m: Machine, value: Instance, new: Value) -> None:
    """``value.__dict__ = new``; of an object that is a dict, perhaps itself."""
    contents = contents_of(m, value)
    if contents is not None and new == value:
        kept: Any = immutables.Map({CONTENTS: contents, ITEMS_ARE_ATTRIBUTES: True})
        m.write(value.id, kept)
        return
    table = table_of(m, new)
    if table is not None:
        held: Any = immutables.Map(table.items)
        held = held if contents is None else held.set(CONTENTS, contents)
        m.write(value.id, held.set(OPEN, True) if table.open else held)


def delete_attribute(m: Machine, value: Value, name: str) -> None:
    """``del value.name``."""
    found = class_attribute(m, value.cls, name) if isinstance(value, Instance) else None
    if isinstance(found, Descriptor) and found.deleter is not None:
        m.call(found.deleter, (value,))
        return
    if isinstance(value, Instance):
        hook = class_attribute(m, value.cls, "__delattr__")
        if isinstance(hook, (Function, Builtin)):
            m.call(Method(hook, value), (name,))
            return
        items = items_shown(m.heap[value.id])
        if items is not None:
            delete_item(m, items, name)
            return
    if isinstance(value, (Instance, ClassRef, ModuleRef, Namespace)):
        held = m.heap[value.id]
        if name in held:
            m.write(value.id, held.delete(name))
            note_deleted(m, value.id, name)
        elif isinstance(value, Instance) and OPEN not in held and not value.cls.foreign_base:
            raise m.fail("AttributeError", name)
