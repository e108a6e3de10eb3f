"""Graphs, sessions and the switches of TensorFlow 2's behaviour.

Source: tensorflow/python/framework/ops.py (``Graph``, ``reset_default_graph``,
``enable_eager_execution``), tensorflow/python/compat/v2_compat.py.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from scopecheck.models import naming
from scopecheck.models.contexts import Context
from scopecheck.models.default_names import word_of
from scopecheck.models.growth import ran
from scopecheck.models.one_graph import check_of_session
from scopecheck.models.opaque import STOPPING, stopping
from scopecheck.models.refusal import refuse_argument
from scopecheck.models.registry import Model
from scopecheck.models.world import Graph, ScopeData, World, update
from scopecheck.symbolic.decisions import needed
from scopecheck.symbolic.stdlib.contexts import Passing
from scopecheck.symbolic.values import Builtin, DictRef, Foreign, Table, Value
from scopecheck.trace import GraphChanged, GraphRestored

if TYPE_CHECKING:
    from scopecheck.symbolic.calls import Arguments
    from scopecheck.symbolic.machine import Machine, Pass


LOOKS = (
    "get_operation_by_name as_graph_element get_operations as_graph_def version "
    "building_function is_feedable is_fetchable"
).split()
"""Methods of a graph that only look at it."""
COLLECTION_METHODS = (
    "get_collection get_collection_ref add_to_collection add_to_collections".split()
)


ASSIGNING = ("/Assign", "/AssignVariableOp")
"""How the names of the operations end that initialize variables."""


class GraphObject(Foreign):
    """A ``tf.Graph``."""

    __slots__ = ("id",)

    def __init__(self, id: int) -> None:
        self.id = id

    def __eq__(self, other: object) -> bool:
        return isinstance(other, GraphObject) and self.id == other.id

    def __hash__(self) -> int:
        return hash(self.id)

    def get_attribute(self, m: Machine, name: str) -> Value:
        """``as_default``, ``get_collection`` and what does not matter here."""
        if name == "as_default":
            return Builtin(name, lambda m, a: GraphContext(self.id))
        if name in COLLECTION_METHODS:
            return Builtin(name, lambda m, a: self._inside(m, f"tf.{name}", a))
        if name == "name_scope":
            return Builtin(name, lambda m, a: m.library.call(m, "tf.name_scope", a))
        if name == "control_dependencies":
            return Builtin(name, lambda m, a: m.library.call(m, "tf.control_dependencies", a))
        if name == "gradient_override_map":
            return Builtin(name, lambda m, a: GradientOverride(self.id, _kinds(m, a)))
        if name in ("device", "colocate_with"):
            return Builtin(name, lambda m, a: m.library.call(m, "tf.device", a))
        if name == "unique_name":
            return Builtin(name, lambda m, a: naming.unique_name(m, str(a.args[0])))
        if name == "get_name_scope":
            return Builtin(name, lambda m, a: m.world.graphs[self.id].stack)
        if name == "finalize":
            return Builtin(name, lambda m, a: finalize(m, self.id))
        if name in ("finalized", "_finalized"):
            return m.world.graphs[self.id].finalized
        if name == "seed":
            return None
        if name == "get_tensor_by_name":
            return Builtin(name, lambda m, a: _by_name(m, self.id, a))
        if name in ("get_all_collection_keys", "collections"):
            keys = self._collections(m)
            return Builtin(name, lambda m, a: keys) if name.startswith("get") else keys
        if name == "_get_control_flow_context":
            inside = m.unknown("a context of control flow", not_none=True, tame=True)
            return Builtin(name, lambda m, a: inside if m.world.flows else None)
        if name in LOOKS:
            return Builtin(name, lambda m, a: self._look(m, name, a))
        return NotImplemented

    def set_attribute(self, m: Machine, name: str, value: Value) -> None:
        """``graph._finalized = False``, by which programs go on with a finalized graph."""
        if name == "_finalized" and isinstance(value, bool):
            update(m, m.world.graphs[self.id], finalized=value)

    def _collections(self, m: Machine) -> Value:
        """The names of the collections that hold something, as far as models fill them."""
        graph = m.world.graphs[self.id]
        keys = sorted(one for one, held in graph.collections.items() if held)
        return m.new_list(keys, m.taint > 0 or graph.unfollowed or graph.imported)

    def _look(self, m: Machine, name: str, a: Arguments) -> Value:
        """What is found is not known; by its assignment a variable can be set to anything."""
        asked = a.args[0] if a.args else a.kwargs.get("name")
        may_assign = not isinstance(asked, str) or asked.endswith(ASSIGNING)
        if name == "get_operation_by_name" and may_assign:
            m.emit(GraphRestored(m.site(), m.path(), self.id, None))
        return m.unknown(f"what {name} gives", tame=True)

    def _inside(self, m: Machine, function: str, a: Arguments) -> Value:
        world = m.world
        m.world = replace(world, stack=(*world.stack, self.id))
        result = m.library.call(m, function, a)
        m.world = replace(m.world, stack=world.stack)
        return result


def _by_name(m: Machine, graph: int, a: Arguments) -> Value:
    """A tensor of the graph: a variable's value, a placeholder, or one that is not known.

    KeyError where the graph surely has none of this name.
    """
    from scopecheck.models.graph_collections import GLOBAL, LOCAL
    from scopecheck.models.store.variables import VariableTensor
    from scopecheck.models.tensors import Tensor

    name = needed(m, a.get(0, "name"))
    operation = name.removesuffix(":0") if isinstance(name, str) else ""
    placeholder = m.world.graphs[graph].placeholders.get(operation)
    if placeholder is not None and operation != name:
        return placeholder
    if _is_missing(m, m.world.graphs[graph], operation):
        message = (
            f"The name '{name}' refers to a Tensor which does not exist. The operation, "
            f"'{operation}', does not exist in the graph."
        )
        raise m.fail("KeyError", message)
    for key in (GLOBAL, LOCAL):
        for one in m.world.graphs[graph].collections.get(key, ()):
            if isinstance(one, VariableTensor) and one.record.name == name:
                made = Tensor(m.identity(), "Identity", (one,), one.shape, one.dtype)
                made.graph = graph
                return made
    made = Tensor(m.identity(), "ByName", (m.unknown("a tensor by its name"),))
    made.graph = graph
    return made


def _is_missing(m: Machine, graph: Graph, name: str) -> bool:
    """Whether a graph surely has no operation of a name that no operation has by default."""
    if not name.isidentifier() or not m.world.closed or m.taint:
        return False
    if graph.imported or graph.unfollowed or not all(map(naming.is_known, graph.names)):
        return False
    word = "" if name == "input" else word_of(name)  # Keras counts its inputs from 1
    words = m.library.operation_words()  # type: ignore[attr-defined]
    return name.lower() not in graph.names and (not word or word not in words)


def finalize(m: Machine, id: int, on: bool = True) -> None:
    """From here on the graph takes no operation, or takes some again."""
    update(m, m.world.graphs[id], finalized=on)


class GraphContext(Context):
    """Entering it makes a graph the default one; gives ``value`` or the graph."""

    __slots__ = ("graph", "value")

    def __init__(self, graph: int) -> None:
        self.graph = graph

    def held(self, m: Machine) -> Value:
        """The stack of default graphs to restore."""
        return m.world.stack

    def enter(self, m: Machine, node: Any) -> Value:
        """Makes the graph the default."""
        m.world = replace(m.world, stack=(*m.world.stack, self.graph))
        m.emit(GraphChanged(m.site(), m.path(), "default", self.graph))
        return GraphObject(self.graph)

    def leave(self, m: Machine, token: Value) -> None:
        """Restores the default graph."""
        m.world = replace(m.world, stack=token)


class GradientOverride(Context):
    """``gradient_override_map``: some kinds of operation get another one's gradient."""

    __slots__ = ("graph", "kinds")

    def __init__(self, graph: int, kinds: frozenset[str | None]) -> None:
        self.graph = graph
        self.kinds = kinds

    def held(self, m: Machine) -> Value:
        """What was overridden before."""
        return m.world.graphs[self.graph].overridden

    def enter(self, m: Machine, node: Any) -> Value:
        """Overrides these as well."""
        graph = m.world.graphs[self.graph]
        update(m, graph, overridden=graph.overridden | self.kinds)
        return None

    def leave(self, m: Machine, token: Value) -> None:
        """Overrides what was overridden before."""
        update(m, m.world.graphs[self.graph], overridden=token)


def _kinds(m: Machine, a: Arguments) -> frozenset[str | None]:
    """The kinds of operation that a map names; None stands for any."""
    given = a.args[0] if a.args else a.kwargs.get("op_type_map")
    table = m.heap.get(given.id) if isinstance(given, DictRef) else None
    if not isinstance(table, Table) or table.open:
        return frozenset((None,))
    return frozenset(key if isinstance(key, str) else None for key in table.items)


def new_graph(m: Machine) -> int:
    """A new, empty graph."""
    world: World = m.world
    id = world.next_graph
    scope = m.allocate(ScopeData())
    m.world = replace(world, next_graph=id + 1, graphs=world.graphs.set(id, Graph(id, scope)))
    return id


def _graph(m: Machine, a: Arguments) -> Value:
    id = new_graph(m)
    m.emit(GraphChanged(m.site(), m.path(), "new", id))
    return GraphObject(id)


def _default(m: Machine, a: Arguments) -> Value:
    return GraphObject(m.world.stack[-1])


def _reset(m: Machine, a: Arguments) -> Value:
    """``reset_default_graph``: refused inside a graph or scope that is open."""
    world: World = m.world
    if len(world.stack) > 1 or world.graph.open_scopes:
        raise refuse_argument(
            m,
            "reset_default_graph",
            "AssertionError",
            "Do not use tf.reset_default_graph() to clear nested graphs. If you need a cleared "
            "graph, "
            "exit the nesting and create a new graph.",
        )
    id = new_graph(m)
    m.world = replace(m.world, stack=(id,))
    m.emit(GraphChanged(m.site(), m.path(), "reset", id))
    if m.taint > 1:
        m.taint = 0
    return None


class Session(Context):
    """A session: opaque, but entering one on a graph makes that graph the default."""

    __slots__ = ("graph", "loops")

    def __init__(self, graph: int | None, loops: tuple[Pass, ...]) -> None:
        self.graph = graph
        self.loops = loops

    def get_attribute(self, m: Machine, name: str) -> Value:
        """``graph``, ``as_default``; running gives opaque values."""
        if name == "graph":
            return GraphObject(self.graph if self.graph is not None else m.world.stack[-1])
        if name == "as_default":
            return Builtin(name, lambda m, a: Passing(self))
        if name in ("__enter__", "__exit__"):
            return super().get_attribute(m, name)
        if name == "run":
            return Builtin(name, self._run)
        if name == STOPPING:
            return Builtin(name, lambda m, a: stopping(m))
        return Builtin(
            name, lambda m, a: m.unknown(f"the result of {name}", not_none=True, tame=True)
        )

    def _run(self, m: Machine, a: Arguments) -> Value:
        fetches = a.args[0] if a.args else a.kwargs.get("fetches")
        fed = a.args[1] if len(a.args) > 1 else a.kwargs.get("feed_dict")
        check_of_session(m, self.graph, fed, fetches)
        ran(m, fetches, self.loops, self.graph)
        return m.unknown("the result of run", not_none=True, tame=True)

    def held(self, m: Machine) -> Value:
        """The stack of default graphs to restore."""
        return m.world.stack

    def enter(self, m: Machine, node: Any) -> Value:
        """Makes the session's graph the default one."""
        if self.graph is not None:
            m.world = replace(m.world, stack=(*m.world.stack, self.graph))
        return self

    def leave(self, m: Machine, token: Value) -> None:
        """Restores the default graph."""
        m.world = replace(m.world, stack=token)


def _session(m: Machine, a: Arguments) -> Value:
    graph = a.kwargs.get("graph", a.args[1] if len(a.args) > 1 else None)
    if isinstance(graph, GraphObject):
        return Session(graph.id, m.loops)
    return Session(m.world.stack[-1] if graph is None else None, m.loops)


def _interactive(m: Machine, a: Arguments) -> Value:
    """An InteractiveSession makes the graph it is given the default one at once."""
    graph = a.kwargs.get("graph", a.args[1] if len(a.args) > 1 else None)
    if isinstance(graph, GraphObject):
        m.world = replace(m.world, stack=(*m.world.stack, graph.id))
    return _session(m, a)


def _disable_v2(m: Machine, a: Arguments) -> Value:
    m.world = replace(m.world, eager=False, resource=False, tensorshape_v2=False, v2_behavior=False)
    return None


def _disable_eager(m: Machine, a: Arguments) -> Value:
    m.world = replace(m.world, eager=False)
    return None


def _enable_eager(m: Machine, a: Arguments) -> Value:
    m.world = replace(m.world, eager=True)
    return None


def _enable_v2(m: Machine, a: Arguments) -> Value:
    m.world = replace(m.world, eager=True, resource=True, tensorshape_v2=True, v2_behavior=True)
    return None


def _resource(on: bool) -> Model:
    def switch(m: Machine, a: Arguments) -> Value:
        m.world = replace(m.world, resource=on)
        return None

    return switch


def _shapes(on: bool) -> Model:
    def switch(m: Machine, a: Arguments) -> Value:
        m.world = replace(m.world, tensorshape_v2=on)
        return None

    return switch


def _executing(m: Machine, a: Arguments) -> Value:
    return m.world.executing_eagerly


def _v2_enabled(m: Machine, a: Arguments) -> Value:
    """``tf2.enabled()``: whether TensorFlow 2's behaviour was asked for, or is the version's own.

    Source: tensorflow/python/tf2.py, ``enabled``.
    """
    if m.world.closed or not m.world.v2_behavior:
        return m.world.v2_behavior
    return m.unknown("tf2.enabled()", kind="bool")


MODELS: dict[str, Model] = {
    "tf.Graph": _graph,
    "tf.get_default_graph": _default,
    "tf.reset_default_graph": _reset,
    "tf.keras.backend.clear_session": _reset,
    "tf.Session": _session,
    "tf.InteractiveSession": _interactive,
    **{
        f"tf.python.debug.{name}WrapperSession": lambda m, a: a.get(0, "sess")
        for name in ("LocalCLIDebug", "DumpingDebug", "GrpcDebug", "TensorBoardDebug")
    },
    "tf.get_default_session": lambda m, a: Session(m.world.stack[-1], ()),
    "tf.disable_v2_behavior": _disable_v2,
    "tf.disable_eager_execution": _disable_eager,
    "tf.enable_eager_execution": _enable_eager,
    "tf.enable_v2_behavior": _enable_v2,
    "tf.enable_resource_variables": _resource(True),
    "tf.disable_resource_variables": _resource(False),
    "tf.enable_v2_tensorshape": _shapes(True),
    "tf.disable_v2_tensorshape": _shapes(False),
    "tf.executing_eagerly": _executing,
    "tf.python.tf2.enabled": _v2_enabled,
}
