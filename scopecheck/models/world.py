"""What TensorFlow keeps: graphs, their stores, scopes, counters and names.

All of it is immutable; a change makes a new world, so that a fork of the path keeps both.
The parts follow tensorflow/python/ops/variable_scope.py (``_VariableStore``,
``_VariableScopeStore``) and tensorflow/python/framework/ops.py (``Graph``).
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any

import immutables

from scopecheck.symbolic.records import changed
from scopecheck.symbolic.values import Foreign, Value
from scopecheck.trace import NameScope, Reuse, ReuseSource

if TYPE_CHECKING:
    from scopecheck.symbolic.machine import Machine

EMPTY: immutables.Map[Any, Any] = immutables.Map()


class Opened:
    """How often a scope name was opened, and the same for the names below it; immutable."""

    __slots__ = ("below", "count")

    def __init__(self, count: int = 0, below: immutables.Map[str, Opened] = EMPTY) -> None:
        self.count = count
        self.below = below

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Opened):
            return NotImplemented
        return self is other or (self.count == other.count and self.below == other.below)

    def __hash__(self) -> int:
        return hash((self.count, self.below))

    def at(self, name: str) -> int:
        """The count of a full name."""
        node: Opened | None = self
        for part in name.split("/"):
            node = node.below.get(part) if node is not None else None
        return node.count if node is not None else 0

    def open(self, name: str) -> Opened:
        """One more opening of a full name."""
        return self._change(name.split("/"), 0)

    def close(self, name: str) -> Opened:
        """Everything below a full name set to zero."""
        return self._change(name.split("/"), 1)

    def _change(self, parts: list[str], how: int) -> Opened:
        if not parts:
            return Opened(self.count + 1, self.below) if how == 0 else Opened(self.count)
        node = self.below.get(parts[0], NEVER)
        return Opened(self.count, self.below.set(parts[0], node._change(parts[1:], how)))


NEVER = Opened()


@dataclass(frozen=True, slots=True)
class ScopeData:
    """A VariableScope: full name, reuse in force and what decided it, what children inherit.

    graph: the graph it was made in. original_name_scope: ``a/`` or '' for the root.
    """

    name: str = ""
    reuse: Reuse = Reuse.OFF
    source: ReuseSource | None = None
    initializer: Value = None
    regularizer: Value = None
    dtype: Value = None
    getter: Value = None
    partitioner: Value = None
    use_resource: Value = None
    constraint: Value = None
    caching_device: Value = None
    original_name_scope: str = ""


@dataclass(frozen=True, slots=True)
class Graph:
    """A graph: its variable store, its names, the scope in force.

    store: full name to variable. partitioned: full name to its parts' variable names.
    names: lower-cased operation names and name scopes in use; taken: (name, rest, length),
    the same in the order in which they were taken, newest first. scope: heap id of the
    VariableScope in force. stack: the current name scope, without the last slash.
    name_scopes: those the program opened inside the scope in force. own: scopes in which
    an open entry made variables while reuse was off. plain: operation name to tf.Variable.
    creators: the variable creators in force, innermost last. finalized: takes no operation.
    unfollowed: whether it may have variables that are not in these records; told: whether a
    note says which. overridden: the kinds of operation whose gradient is another one's now,
    None for any. placeholders: by name, where the program gave one. imported: whether it may
    have operations of a file.
    """

    id: int
    scope: int
    store: immutables.Map[str, Any] = EMPTY
    partitioned: immutables.Map[str, Any] = EMPTY
    names: immutables.Map[str, int] = EMPTY
    taken: Any = field(default=None, compare=False)
    opened: Opened = NEVER
    stack: str = ""
    name_scopes: tuple[NameScope, ...] = ()
    open_scopes: int = 0
    collections: immutables.Map[str, tuple[Value, ...]] = EMPTY
    own: frozenset[str] = frozenset()
    plain: immutables.Map[str, Any] = EMPTY
    layer_names: immutables.Map[str, int] = EMPTY
    creators: tuple[Value, ...] = ()
    finalized: bool = False
    unfollowed: bool = False
    told: bool = False
    overridden: frozenset[str | None] = frozenset()
    placeholders: immutables.Map[str, Any] = EMPTY
    imported: bool = False


@dataclass(frozen=True, slots=True)
class World:
    """The graphs of a path, which one is the default, and the behaviour in force.

    tensorflow: ``1.15`` or ``2.21``. before_one: whether it is what came before TensorFlow 1.0,
    0.12: it is followed where it differs from 1.15. eager: whether code outside a graph runs
    eagerly. v2_behavior: what ``tf2.enabled()`` says.
    stack: the graphs entered, innermost last; the first is the global default. tracing: how
    many tf.functions are being traced; barred: whether that tracing may make no variable;
    lifting: whether its variables are lifted out of it; lifted: how many tracings made.
    outside: the names in use in the graph around what is traced, for variables; else None.
    eager_made: how many variables were made eagerly. eager_store: heap id of the store that keeps
    eager variables, a template's. control: the operations that new ones are made to run after.
    flows: the name scopes of the loops and branches whose bodies are being built.
    """

    tensorflow: str
    closed: bool
    graphs: immutables.Map[int, Graph] = EMPTY
    stack: tuple[int, ...] = (0,)
    next_graph: int = 1
    eager: bool = False
    resource: bool = False
    tensorshape_v2: bool = False
    v2_behavior: bool = False
    eager_names: immutables.Map[str, Any] = EMPTY
    arg_scopes: tuple[Value, ...] = field(default=())
    tracing: int = 0
    barred: bool = False
    lifting: bool = False
    lifted: int = 0
    outside: immutables.Map[str, int] | None = None
    eager_made: int = 0
    eager_store: int | None = None
    control: tuple[Value, ...] = ()
    flows: tuple[str, ...] = ()
    before_one: bool = False

    @property
    def graph(self) -> Graph:
        """The default graph."""
        return self.graphs[self.stack[-1]]

    @property
    def begun_empty(self) -> bool:
        """Whether the default graph was empty when it was first met: a caller's may not be."""
        return self.closed or (self.stack[-1] != 0 and not self.tracing)

    @property
    def executing_eagerly(self) -> bool:
        """Whether the current context runs eagerly: outside any graph the program entered."""
        return self.eager and len(self.stack) == 1 and not self.tracing


class Scope(Foreign):
    """A VariableScope object of the program; its data is on the heap."""

    __slots__ = ("id",)

    def __init__(self, id: int) -> None:
        self.id = id

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Scope) and self.id == other.id

    def __hash__(self) -> int:
        return hash(self.id)

    def is_instance(self, m: Machine, kind: Value) -> Value:
        """Whether it is a ``tf.VariableScope``."""
        from scopecheck.models.classes import SCOPE, is_instance

        return is_instance(m, SCOPE, kind)

    def get_attribute(self, m: Machine, name: str) -> Value:
        """``name``, ``reuse``, ``reuse_variables()``, ``original_name_scope`` …"""
        from scopecheck.models.store.scope_members import scope_attribute

        return scope_attribute(m, self, name)

    def set_attribute(self, m: Machine, name: str, value: Value) -> None:
        """Properties that a scope lets a program set."""


def new_world(m: Machine, tensorflow: str, closed: bool) -> World:
    """A fresh graph with an empty store; eager or not is decided by the program's calls."""
    scope = m.allocate(ScopeData())
    return World(tensorflow, closed, EMPTY.set(0, Graph(0, scope)))


def current(m: Machine) -> Graph:
    """The default graph."""
    world: World = m.world
    return world.graph


def update(m: Machine, graph: Graph | None = None, **changes: Any) -> Graph:
    """Changes a graph, the default one unless given."""
    graph = changed(current(m) if graph is None else graph, **changes)
    m.world = changed(m.world, graphs=m.world.graphs.set(graph.id, graph))
    return graph


def left_out(m: Machine, what: str, why: str, taint: int = 0, **changes: Any) -> None:
    """Notes that the graph in force may have variables that its records don't show."""
    update(m, unfollowed=True, told=True, **changes)
    m.undecided(what, why, taint)


@contextmanager
def within(m: Machine, stack: str) -> Iterator[None]:
    """A name scope of the default graph, '' for none, for as long as the block lasts."""
    outer = current(m).stack
    update(m, stack=stack)
    try:
        yield
    finally:
        update(m, stack=outer)


def root_shares(m: Machine) -> None:
    """A root scope first used under eager execution has AUTO_REUSE, also for tf.functions.

    Source: tensorflow/python/ops/variable_scope.py, ``VariableScope.__init__``.
    """
    graph = current(m)
    data = scope_data(m)
    if m.world.executing_eagerly and not graph.open_scopes and data.reuse is Reuse.OFF:
        m.write(graph.scope, replace(data, reuse=Reuse.AUTO))


def scope_data(m: Machine) -> ScopeData:
    """The variable scope in force."""
    held: ScopeData = m.heap[current(m).scope]
    return held
