"""Abstract values.

None, bool, int, float, complex, str, bytes, range, slice, Ellipsis and tuples stand for
themselves. Everything mutable is a reference into the heap; what can't be known is an
``Unknown`` with an identity, so that two uses of the same unknown are equal.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from operator import eq
from typing import TYPE_CHECKING, Any, TypeAlias
from weakref import WeakValueDictionary

if TYPE_CHECKING:
    from scopecheck.symbolic.code import Code
    from scopecheck.symbolic.machine import Machine

Value: TypeAlias = Any
"""An abstract value; the forms are those of this module and the plain Python constants."""


class Key:
    """The identity of an unknown: equal parts give the one and same key while it is in use.

    Keys nest (a sum's key holds its operands'), so they are compared and hashed by identity.
    """

    __slots__ = ("__weakref__", "parts")

    def __init__(self, parts: tuple[Any, ...]) -> None:
        self.parts = parts

    def __getitem__(self, at: int) -> Any:
        return self.parts[at]

    def __iter__(self) -> Iterator[Any]:
        return iter(self.parts)

    def __repr__(self) -> str:
        return f"Key{self.parts!r}"


_KEYS: WeakValueDictionary[tuple[Any, ...], Key] = WeakValueDictionary()


def key_of(parts: tuple[Any, ...] | Key) -> Key:
    """The key with these parts."""
    if isinstance(parts, Key):
        return parts
    known = _KEYS.get(parts)
    if known is None:
        known = _KEYS[parts] = Key(parts)
    return known


GIVEN = "given"
"""The first part of the key of what an entry was called with before anything of it ran."""
THROUGH = "through"
"""The first part of the key of what a call outside gave back for tensors of the graph."""


def is_through(key: Any) -> bool:
    """Whether an unknown hangs on what a call outside gave back for tensors of the graph."""
    while isinstance(key, Key):
        if key[0] == THROUGH:
            return True
        key = next((part for part in key.parts[1:] if isinstance(part, Key)), None)
    return False


class Unknown:
    """A value that the analysis does not know.

    key: its identity, the same on every path. free: whether a user chooses it (a command
    line flag, an entry's parameter), so that a finding may rest on a decision about it.
    text: how a message names it. default: the value used where one is needed (a flag's).
    kind: ``str``, ``int``, ``float``, ``bool`` or '' where the type is not known either.
    tame: it came from a library that builds no graphs, and calling it builds none.
    told: it came from a call that the trace already tells to be undecided.
    unset: an option of the command line that is None unless it is given. given: the name of
    the type that such an option has if it is. choices: all that it can be, if that is known.
    """

    __slots__ = (
        "_hash",
        "choices",
        "default",
        "free",
        "given",
        "key",
        "kind",
        "not_none",
        "tame",
        "text",
        "told",
        "unset",
    )

    def __init__(
        self,
        key: tuple[Any, ...] | Key,
        text: str = "",
        *,
        free: bool = False,
        kind: str = "",
        default: Value = None,
        not_none: bool = False,
        tame: bool = False,
        told: bool = False,
        unset: bool = False,
        given: str = "",
        choices: tuple[Value, ...] = (),
    ) -> None:
        self.choices = choices
        self.given = given
        self.tame = tame
        self.told = told
        self.unset = unset
        self.key = key_of(key)
        self.text = text
        self.free = free
        self.kind = kind
        self.default = default
        self.not_none = not_none or kind != ""
        self._hash = hash(self.key)

    def part(self, key: tuple[Any, ...], text: str) -> Unknown:
        """What hangs on this value, such as an attribute or an item: as unknown as it is."""
        return Unknown(key, text, free=self.free, tame=self.tame, told=self.told)

    def may_hold(self, item: str) -> bool:
        """Whether a text may be a part of it."""
        return True

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Unknown) and self.key is other.key

    def __hash__(self) -> int:
        return self._hash

    def __repr__(self) -> str:
        return f"<unknown {self.text or self.key}>"


@dataclass(frozen=True, slots=True)
class Text:
    """A string with unknown parts: ``"d_%d" % k`` keeps its shape."""

    parts: tuple[str | Unknown, ...]

    def __str__(self) -> str:
        return "".join(part if isinstance(part, str) else "…" for part in self.parts)


class FlagNumber(int):
    """A numeric command-line flag: its default, or another in a run that is about loops."""

    flag: str = ""


class Ref:
    """A reference to a mutable object on the heap."""

    __slots__ = ("id",)

    def __init__(self, id: int) -> None:
        self.id = id

    def __eq__(self, other: object) -> bool:
        return self is other or (type(self) is type(other) and self.id == other.id)

    def __hash__(self) -> int:
        return hash(self.id)

    def __repr__(self) -> str:
        return f"<{type(self).__name__} {self.id}>"


class ListRef(Ref):
    """A list; the heap holds a ``Items``."""

    __slots__ = ()


class View(ListRef):
    """The keys or items of a dict: what compares and combines as a set."""

    __slots__ = ()


class TupleRef(ListRef):
    """A tuple of which only the first items are seen: what it holds is open, and never changes."""

    __slots__ = ()


class DictRef(Ref):
    """A dict; the heap holds a ``Table``.

    factory makes missing values, which stay (defaultdict) unless it ``counts`` (Counter).
    """

    __slots__ = ("counts", "factory")

    def __init__(self, id: int, factory: Value = None, counts: bool = False) -> None:
        super().__init__(id)
        self.factory = factory
        self.counts = counts


class SetRef(Ref):
    """A set; the heap holds a ``Table`` whose values are None."""

    __slots__ = ()


class ModuleRef(Ref):
    """A module of the project; the heap holds its namespace."""

    __slots__ = ("name",)

    def __init__(self, id: int, name: str) -> None:
        super().__init__(id)
        self.name = name


class ClassRef(Ref):
    """A class of the program; the heap holds its namespace."""

    __slots__ = ("bases", "code", "meta", "mro", "name", "site")
    code: Code

    def __init__(
        self, id: int, name: str, bases: tuple[Value, ...], mro: tuple[Value, ...], site: Any
    ) -> None:
        super().__init__(id)
        self.name = name
        self.bases = bases
        self.mro = (self, *mro)
        self.meta: ClassRef | None = None
        self.site = site

    @property
    def foreign_base(self) -> bool:
        """Whether a base lies outside the program, so that attributes may be unseen."""
        others = [base for base in self.mro if not isinstance(base, ClassRef)]
        return any(base != BuiltinType(object) for base in others)


class Instance(Ref):
    """An object of a class of the program; the heap holds its attributes."""

    __slots__ = ("cls",)

    def __init__(self, id: int, cls: ClassRef) -> None:
        super().__init__(id)
        self.cls = cls


class Namespace(Ref):
    """A bag of attributes: argparse's namespace, ``types.SimpleNamespace``."""

    __slots__ = ("open",)

    def __init__(self, id: int, open: bool = False) -> None:
        super().__init__(id)
        self.open = open


@dataclass(frozen=True, slots=True)
class Items:
    """What a list holds; ``open`` where unknown further items may follow."""

    items: tuple[Value, ...] = ()
    open: bool = False


LARGEST = 1_000_000
"""How many items or characters are followed at most."""


def bounded(items: tuple[Value, ...], open: bool) -> Items:
    """What a list holds, as far as it is followed."""
    return Items(items[:LARGEST], True) if len(items) > LARGEST else Items(items, open)


@dataclass(frozen=True, slots=True, eq=False)
class Table:
    """What a dict or a set holds, never changed in place; ``open`` where keys may be unseen."""

    items: dict[Value, Value] = field(default_factory=dict)
    open: bool = False

    def __eq__(self, other: object) -> bool:
        return self is other or (
            isinstance(other, Table)
            and self.open == other.open
            and len(self.items) == len(other.items)
            and all(map(eq, self.items.items(), other.items.items()))
        )

    __hash__ = None  # type: ignore[assignment]

    def lacks(self, key: Value) -> bool:
        """Whether a key is certainly not there."""
        if self.open or key in self.items or any(map(is_unseen, (key, *self.items))):
            return False
        # A constant from outside may be a text or a number; it is none of the named ones.
        return type(key) is not Extern or all(type(one) is Extern for one in self.items)


def is_unseen(key: Value) -> bool:
    """Whether it isn't known which key of a table this is."""
    return isinstance(key, (Unknown, Text))


class Frame:
    """The scope of one running function: where its names live, and the way to it.

    caller: for a stand-in's function, the program's that called into it.
    """

    __slots__ = (
        "args",
        "caller",
        "code",
        "function",
        "id",
        "module",
        "parent",
        "path",
        "place",
        "yields",
    )

    def __init__(
        self,
        id: int,
        code: Code,
        module: ModuleRef,
        parent: Frame | None,
        path: tuple[Any, ...],
        function: Value = None,
    ) -> None:
        self.id = id
        self.code = code
        self.module = module
        self.parent = parent
        self.path = path
        self.place = -1
        self.function = function
        self.args: tuple[Value, ...] = ()
        self.caller: Frame | None = None
        self.yields: Callable[[Machine, Value], Value] | None = None


@dataclass(frozen=True, slots=True, eq=False)
class Function:
    """A function of the program with what it closed over."""

    code: Code
    module: ModuleRef
    parent: Frame | None
    defaults: tuple[Value, ...]
    kw_defaults: dict[str, Value]
    owner: ClassRef | None = None

    def __eq__(self, other: object) -> bool:
        return self is other or (
            isinstance(other, Function)
            and self.code is other.code
            and (self.parent.id if self.parent else 0) == (other.parent.id if other.parent else 0)
            and self.defaults == other.defaults
        )

    def __hash__(self) -> int:
        return hash((id(self.code), self.parent.id if self.parent else 0))


@dataclass(frozen=True, slots=True)
class Method:
    """A function bound to its first argument."""

    function: Value
    receiver: Value


@dataclass(frozen=True, slots=True)
class Partial:
    """``functools.partial``: a callable with arguments given already."""

    function: Value
    args: tuple[Value, ...]
    kwargs: tuple[tuple[str, Value], ...]


@dataclass(frozen=True, slots=True)
class Descriptor:
    """``property``, ``staticmethod`` or ``classmethod`` around a function."""

    kind: str
    function: Value
    setter: Value = None
    deleter: Value = None


@dataclass(frozen=True, slots=True)
class ContextFunction:
    """A generator function made a context manager factory by ``@contextmanager``."""

    function: Value


@dataclass(frozen=True, slots=True)
class Super:
    """``super()``: attribute look-up that starts after a class in the receiver's order."""

    cls: ClassRef
    receiver: Value


@dataclass(frozen=True, slots=True)
class Builtin:
    """A builtin or standard library function, or a method of a builtin value."""

    name: str
    run: Callable[..., Value] = field(compare=False)
    receiver: Value = None


@dataclass(frozen=True, slots=True)
class BuiltinType:
    """A type of Python's own: ``int``, ``list``, ``ValueError``."""

    type: type


@dataclass(frozen=True, slots=True)
class Extern:
    """Something outside the program, by qualified name: ``tensorflow.variable_scope``."""

    name: str


class Foreign:
    """A value whose behaviour a model gives; every operation may be overridden.

    An operation that is not overridden gives NotImplemented, and the interpreter an Unknown.
    """

    __slots__ = ()

    @property
    def is_context(self) -> bool:
        """Whether a block under it builds something else than without it."""
        return type(self).enter is not Foreign.enter and not getattr(self, "is_data", False)

    def get_attribute(self, m: Machine, name: str) -> Value:
        """The attribute, or NotImplemented."""
        return NotImplemented

    def set_attribute(self, m: Machine, name: str, value: Value) -> None:
        """Sets an attribute; by default forgotten."""

    def call(self, m: Machine, args: Any) -> Value:
        """Calls the value."""
        return NotImplemented

    def binary(self, m: Machine, op: str, other: Value, reflected: bool) -> Value:
        """A binary operation; ``reflected`` where the value stands on the right."""
        return NotImplemented

    def unary(self, m: Machine, op: str) -> Value:
        """``-x``, ``+x`` or ``~x``."""
        return NotImplemented

    def item(self, m: Machine, index: Value) -> Value:
        """``value[index]``."""
        return NotImplemented

    def set_item(self, m: Machine, index: Value, value: Value) -> None:
        """``value[index] = ...``; by default forgotten."""

    def iterate(self, m: Machine) -> Items | None:
        """The items in order, or None where they are not known."""
        return None

    def goes_over(self) -> Value:
        """What a loop over it goes over: itself, unless it only shows how far a loop has come."""
        return self

    def contains(self, m: Machine, item: Value) -> Value:
        """``item in value``; NotImplemented where the items tell."""
        return NotImplemented

    def truth(self, m: Machine) -> bool | None:
        """Truth, or None where it is not known."""
        return True

    def enter(self, m: Machine, node: Any) -> Value:
        """``with value``; NotImplemented where the value is no context manager."""
        return NotImplemented

    def leave(self, m: Machine, token: Value) -> None:
        """Leaves the block; ``token`` is what ``held`` gave on entry."""

    def swallows(self, m: Machine, error: Value) -> bool:
        """Whether leaving the block with this error ends it quietly."""
        return False

    def held(self, m: Machine) -> Value:
        """What ``leave`` needs to restore, asked just before ``enter``."""
        return None

    def join(self, other: Value, key: tuple[Any, ...]) -> Value:
        """One value for this or the other, or NotImplemented to keep the paths apart."""
        return NotImplemented


class Missing:
    """The value of a parameter that was not given."""

    def __repr__(self) -> str:
        return "<not given>"


MISSING = Missing()


@dataclass(frozen=True, slots=True)
class Error:
    """An exception in flight.

    type: the exception's class (a BuiltinType, a ClassRef or a name of TensorFlow's).
    event: the trace event that caused it, None for the program's own exceptions.
    site, path: where Python's own was raised. kept: the innermost calls on its way, which
    stay in its traceback when the ones around them are no longer the program's; made: the
    way to where their function was defined. epoch: of a library's own, the one time of the
    library in which it is raised; empty where it always is.
    """

    type: Value
    args: tuple[Value, ...] = ()
    event: Any = None
    value: Value = None
    cause: Value = None
    site: Any = None
    path: tuple[Any, ...] = ()
    kept: tuple[Any, ...] = ()
    made: tuple[Any, ...] = ()
    epoch: str = ""


class Raised(Exception):
    """Unwinds the interpreter to the statement that handles an Error."""

    def __init__(self, error: Value) -> None:
        super().__init__(error)
        self.error = error


class Dead(Exception):
    """The path can't go on: a budget is spent or an arm cannot happen."""
