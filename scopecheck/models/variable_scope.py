"""``tf.variable_scope``: opening, inheriting, leaving; reuse_variables; captured scopes.

Source: tensorflow/python/ops/variable_scope.py, classes ``variable_scope``,
``_pure_variable_scope`` and ``VariableScope``.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from scopecheck.models import naming
from scopecheck.models.contexts import Context
from scopecheck.models.one_graph import different_graphs
from scopecheck.models.refusal import refuse_argument, state_of
from scopecheck.models.registry import Model, Signature, constructor_name
from scopecheck.models.scope_names import enter_names
from scopecheck.models.tensors import DType, Tensor
from scopecheck.models.world import (
    Opened,
    Scope,
    ScopeData,
    current,
    root_shares,
    scope_data,
    update,
)
from scopecheck.symbolic.decisions import known_value, needed, recall
from scopecheck.symbolic.iteration import iterate
from scopecheck.symbolic.values import Builtin, Foreign, ListRef, Unknown, Value
from scopecheck.trace import Reuse, ReuseSource, ReuseSwitched, ScopeEntered

if TYPE_CHECKING:
    from scopecheck.symbolic.calls import Arguments
    from scopecheck.symbolic.machine import Machine


class AutoReuse(Foreign):
    """``tf.AUTO_REUSE``."""

    __slots__ = ()

    def __eq__(self, other: object) -> bool:
        return isinstance(other, AutoReuse)

    def __hash__(self) -> int:
        return hash("AUTO_REUSE")


AUTO_REUSE = AutoReuse()

SIGNATURE = Signature(
    "name_or_scope, default_name=None, values=None, initializer=None, regularizer=None, "
    "caching_device=None, partitioner=None, custom_getter=None, reuse=None, dtype=None, "
    "use_resource=None, constraint=None, auxiliary_name_scope=True"
)
OP_SCOPE = Signature(
    "values, name_or_scope, default_name=None, initializer=None, regularizer=None, "
    "caching_device=None, partitioner=None, custom_getter=None, reuse=None, dtype=None, "
    "use_resource=None, constraint=None"
)


def asked_reuse(m: Machine, value: Value) -> Reuse | None:
    """A ``reuse`` argument: False and None ask for nothing; None where it is no reuse mode."""
    if isinstance(value, Unknown):
        known = recall(m, value.key)
        value = known_value(m, value)
        if isinstance(value, Unknown):
            if known is None and value.key[0] != "not":
                return Reuse.UNKNOWN
            if value.key[0] == "not":
                inner = recall(m, value.key[1].key)
                return Reuse.UNKNOWN if inner is None else (Reuse.OFF if inner else Reuse.ON)
            if value.kind == "bool" or known is False:
                return Reuse.ON if known else Reuse.OFF
            return Reuse.UNKNOWN
    if value is None or value is False:
        return Reuse.OFF
    if value is True:
        return Reuse.ON
    if isinstance(value, AutoReuse):
        return Reuse.AUTO
    return None


@dataclass(frozen=True, slots=True)
class Kept:
    """What a ``tf.variable_scope(...)`` object keeps from its first entry on.

    reuse: what it inherited. chosen: the unique name it took for its default name.
    original: its first name scope. copy: the copy of a captured scope that it enters.
    tokens: what each open entry restores.
    """

    reuse: Reuse = Reuse.OFF
    chosen: str | None = None
    original: str | None = None
    copy: Scope | None = None
    tokens: tuple[Any, ...] = ()


class VariableScope(Context):
    """A ``tf.variable_scope(...)`` object; entered when its block is. What it keeps between
    two entries is on the heap."""

    __slots__ = ("given", "graph", "place", "site")
    shown = "variable_scope"

    def __init__(self, given: dict[str, Value], graph: int | None, place: int, site: Any) -> None:
        self.given = given
        self.graph = graph
        self.place = place
        self.site = site

    def held(self, m: Machine) -> Value:
        """What leaving restores: the graph's scope, names and counters, and the entered graph."""
        return None

    def enter(self, m: Machine, node: Any) -> Value:
        """Opens the scope; gives the new VariableScope."""
        if self.graph is not None and self.graph != m.world.stack[-1]:
            m.world = replace(m.world, stack=(*m.world.stack, self.graph))
            scope, token = open_scope(m, self.given, self.site, self.place)
            token["pop"] = True
        else:
            scope, token = open_scope(m, self.given, self.site, self.place)
        kept: Kept = m.heap[self.place]
        m.write(self.place, replace(kept, tokens=(*kept.tokens, Box(token))))
        return scope

    def leave(self, m: Machine, token: Value) -> None:
        """Restores what was in force."""
        kept: Kept = m.heap[self.place]
        *rest, box = kept.tokens
        m.write(self.place, replace(kept, tokens=tuple(rest)))
        if current(m).scope != box.held["own"]:
            message = "Improper nesting of variable_scope."
            raise refuse_argument(m, "variable_scope", "RuntimeError", message)
        close_scope(m, box.held)
        if box.held.get("pop"):
            m.world = replace(m.world, stack=m.world.stack[:-1])


class Box:
    """Holds what an open scope restores; equal for equal contents."""

    __slots__ = ("held",)

    def __init__(self, held: dict[str, Any]) -> None:
        self.held = held

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Box) and self.held == other.held

    __hash__ = None  # type: ignore[assignment]


def construct(m: Machine, given: dict[str, Value]) -> VariableScope:
    """The checks of the constructor, in TensorFlow's order."""
    function = "variable_scope"
    name, default = given["name_or_scope"], given["default_name"]
    if default is None and name is None:
        raise refuse_argument(
            m, function, "TypeError", "If default_name is None then name_or_scope is required"
        )
    asked = asked_reuse(m, given["reuse"])
    if asked is None:
        raise refuse_argument(
            m, function, "ValueError", "The reuse parameter must be True or False or None."
        )
    auxiliary = given.get("auxiliary_name_scope", True)
    if not isinstance(auxiliary, (bool, Unknown)):
        raise refuse_argument(
            m,
            function,
            "TypeError",
            f"The auxiliary_name_scope must be `True` or `False`, while get {auxiliary}",
        )
    given["asked"] = asked
    graph = _graph_of_values(m, given["values"])
    return VariableScope(given, graph, m.allocate(Kept()), m.site())


def _graph_of_values(m: Machine, values: Value) -> int | None:
    if m.world.executing_eagerly or m.world.tracing:
        return None
    held = iterate(m, values) if isinstance(values, (tuple, ListRef)) else None
    tensors = [one for one in (held.items if held else ()) if isinstance(one, Tensor)]
    placed = [one for one in tensors if one.graph is not None and one.graph >= 0]
    for other in placed:
        if other.graph != placed[0].graph:
            message = different_graphs(m, other, placed[0])
            raise refuse_argument(m, "variable_scope", "ValueError", message)
    if placed and (held is None or not held.open):
        return placed[0].graph
    top: int = m.world.stack[-1]
    return top


def variable_scope(m: Machine, a: Arguments) -> Value:
    """``tf.variable_scope(...)``: nothing is entered before ``with``."""
    return construct(
        m,
        SIGNATURE.bind(m, constructor_name(m, "variable_scope"), a),
    )


def variable_op_scope(m: Machine, a: Arguments) -> Value:
    """``tf.variable_op_scope(values, name_or_scope, default_name, ...)``."""
    return construct(m, OP_SCOPE.bind(m, "variable_op_scope", a))


def open_scope(
    m: Machine, given: dict[str, Value], site: Any, place: int | None = None
) -> tuple[Scope, dict[str, Any]]:
    """Enters a scope; gives its object and what leaving restores."""
    function = "variable_scope"
    name = needed(m, given["name_or_scope"])
    asked: Reuse = given["asked"]
    root_shares(m)
    graph = current(m)
    kept: Kept = m.heap[place] if place is not None else Kept()
    token: dict[str, Any] = {
        "graph": graph.id,
        "scope": graph.scope,
        "stack": graph.stack,
        "name_scopes": graph.name_scopes,
    }
    parent = scope_data(m)
    auxiliary = given.get("auxiliary_name_scope", True) is not False
    captured: ScopeData | None = None
    chosen: str | None = None
    if name is None:
        if asked in (Reuse.ON, Reuse.AUTO):
            raise refuse_argument(
                m, function, "ValueError", "reuse=True cannot be used without a name_or_scope"
            )
        default = naming.encode(m, given["default_name"])
        if default is None:
            default = _unnamed(m, given["default_name"], function)
        stack, original = _enter_name_scope(m, default, auxiliary, function)
        graph = current(m)
        chosen = kept.chosen
        if chosen is None:
            chosen = _unique(graph.opened, parent.name, default)
        full = _join(parent.name, chosen)
    elif isinstance(name, Scope):
        captured = m.heap[name.id]
        last = captured.name.split("/")[-1]
        stack, _ = (
            _enter_name_scope(m, last, auxiliary, function)
            if last or not auxiliary
            else (graph.stack, "")
        )
        original = captured.original_name_scope
        full = captured.name
    else:
        text = naming.encode(m, name)
        if text is None:
            text = _unnamed(m, name, function)
        stack, original = (graph.stack, f"{graph.stack}/" if graph.stack else "")
        if text or not auxiliary:
            stack, original = _enter_name_scope(m, text, auxiliary, function)
        full = _join(parent.name, text)
    graph = current(m)
    base = captured if captured is not None else parent
    if m.world.executing_eagerly:
        asked = Reuse.AUTO
    data = _inherit(m, base, given, asked, full, original, site)
    if captured is None:
        data = replace(data, reuse=_either(kept.reuse, data.reuse))
        data = replace(data, original_name_scope=kept.original or data.original_name_scope)
    scope = kept.copy if kept.copy is not None else Scope(m.allocate(data))
    if place is not None:
        first = data.original_name_scope
        copy = scope if captured is not None else None
        m.write(place, replace(kept, reuse=data.reuse, chosen=chosen, original=first, copy=copy))
    opened = graph.opened.open(full) if full else graph.opened
    if captured is not None:
        token["opened"] = opened
    else:
        token["close"] = full
    update(
        m,
        graph,
        scope=scope.id,
        stack=stack,
        opened=opened,
        name_scopes=(),
        open_scopes=graph.open_scopes + 1,
    )
    m.emit(ScopeEntered(m.site(), m.path(), asked, state_of(m.heap[scope.id])))
    token["own"] = scope.id
    return scope, token


def _either(one: Reuse, other: Reuse) -> Reuse:
    return one if one is not Reuse.OFF else other


def _unnamed(m: Machine, value: Value, function: str) -> str:
    """A name that is no known string: an unknown's mark, or TensorFlow's TypeError."""
    if isinstance(value, Unknown):
        return naming.mark_unknown(m, value)
    raise refuse_argument(
        m, function, "TypeError", "VariableScope: name_or_scope must be a string or VariableScope."
    )


def _join(parent: str, name: str) -> str:
    return f"{parent}/{name}" if parent else name


def _unique(opened: Opened, parent: str, default: str) -> str:
    name = _join(parent, default)
    if opened.at(name) == 0:
        return default
    at = 1
    while opened.at(f"{name}_{at}") > 0:
        at += 1
    return f"{default}_{at}"


def _inherit(
    m: Machine,
    base: ScopeData,
    given: dict[str, Value],
    asked: Reuse,
    full: str,
    original: str,
    site: Any,
) -> ScopeData:
    """The new scope's data: ``given or base`` for reuse, arguments over the base's properties."""
    if asked is Reuse.UNKNOWN and base.reuse is Reuse.ON:
        reuse, source = Reuse.UNKNOWN, base.source
    elif asked is not Reuse.OFF:
        kind = "eager" if m.world.executing_eagerly else "argument"
        reuse, source = asked, ReuseSource(kind, naming.shown(full), site)
    else:
        reuse, source = base.reuse, base.source

    def pick(name: str, held: Value) -> Value:
        value = given.get(name)
        return held if value is None else value

    getter = given.get("custom_getter")
    if getter is not None and base.getter is not None:
        getter = _compose(base.getter, getter)
    return ScopeData(
        full,
        reuse,
        source,
        pick("initializer", base.initializer),
        pick("regularizer", base.regularizer),
        pick("dtype", base.dtype),
        pick("custom_getter", base.getter) if getter is None else getter,
        pick("partitioner", base.partitioner),
        pick("use_resource", base.use_resource),
        given.get("constraint"),
        pick("caching_device", base.caching_device),
        original,
    )


def _compose(outer: Value, inner: Value) -> Value:
    """Nested getters: the inner one is called first; its ``getter`` calls the outer one."""

    def run(m: Machine, a: Arguments) -> Value:
        true_getter = a.kwargs.get("getter") if "getter" in a.kwargs else a.args[0]

        def call_outer(m: Machine, b: Arguments) -> Value:
            rest = {k: v for k, v in b.kwargs.items() if k != "getter"}
            return (
                m.call(outer, b.args, getter=true_getter, **rest)
                if not b.args
                else m.call(outer, (true_getter, *b.args), **rest)
            )

        rest = {k: v for k, v in a.kwargs.items() if k != "getter"}
        positional = a.args if "getter" in a.kwargs else a.args[1:]
        wrapped = Builtin("getter", call_outer)
        if positional:
            return m.call(inner, (wrapped, *positional), **rest)
        return m.call(inner, (), getter=wrapped, **rest)

    return Builtin("custom_getter", run)


def _enter_name_scope(m: Machine, name: str, auxiliary: bool, function: str) -> tuple[str, str]:
    """The name scope a variable scope opens beside itself: its stack and full name with slash."""
    graph = current(m)
    if not auxiliary:
        return graph.stack, f"{graph.stack}/" if graph.stack else ""
    return enter_names(m, name, function)


def close_scope(m: Machine, token: dict[str, Any]) -> None:
    """Leaves a scope: the counters below it are zeroed, or restored after a captured one."""
    graph = m.world.graphs[token["graph"]]
    if "opened" in token:
        opened = token["opened"]
    else:
        opened = graph.opened.close(token["close"]) if token["close"] else graph.opened
    update(
        m,
        graph,
        scope=token["scope"],
        stack=token["stack"],
        name_scopes=token["name_scopes"],
        opened=opened,
        open_scopes=max(0, graph.open_scopes - 1),
    )


def get_variable_scope(m: Machine, a: Arguments) -> Value:
    """``tf.get_variable_scope()``: the object of the scope in force."""
    return Scope(current(m).scope)


def reuse_variables(m: Machine, scope: Scope) -> None:
    """``scope.reuse_variables()``: switches that object until it is left, the root for ever."""
    data: ScopeData = m.heap[scope.id]
    if m.world.executing_eagerly:
        return
    root = data.name == "" and scope.id == _root_scope(m)
    source = ReuseSource("reuse_variables", naming.shown(data.name), m.site())
    if data.reuse is Reuse.ON and data.source is not None:
        source = data.source
    m.write(scope.id, replace(data, reuse=Reuse.ON, source=source))
    m.emit(ReuseSwitched(m.site(), m.path(), naming.shown(data.name), root))


def _root_scope(m: Machine) -> int:
    graph = current(m)
    return graph.scope if graph.open_scopes == 0 else -1


def scope_attribute(m: Machine, scope: Scope, name: str) -> Value:
    """What a VariableScope object offers."""
    data: ScopeData = m.heap[scope.id]
    if name == "name":
        return naming.decode(m, data.name)
    if name == "original_name_scope":
        return naming.decode(m, data.original_name_scope)
    if name == "reuse":
        modes: dict[Reuse, Value] = {Reuse.OFF: False, Reuse.ON: True, Reuse.AUTO: AUTO_REUSE}
        if data.reuse in modes:
            return modes[data.reuse]
        return m.unknown("scope.reuse", kind="bool")
    if name == "reuse_variables":
        return Builtin(name, lambda m, a: reuse_variables(m, scope))
    settable = {
        "set_initializer": "initializer",
        "set_regularizer": "regularizer",
        "set_dtype": "dtype",
        "set_custom_getter": "getter",
        "set_partitioner": "partitioner",
        "set_use_resource": "use_resource",
        "set_caching_device": "caching_device",
    }
    if name in settable:

        def change(m: Machine, a: Arguments) -> Value:
            value = a.args[0] if a.args else next(iter(a.kwargs.values()), None)
            held: ScopeData = m.heap[scope.id]
            changed: dict[str, Any] = {settable[name]: value}
            m.write(scope.id, replace(held, **changed))
            return None

        return Builtin(name, change)
    if name == "dtype" and data.dtype is None:
        return DType("float32")
    if name in ("initializer", "regularizer", "dtype", "partitioner", "constraint", "use_resource"):
        return getattr(data, name)
    if name == "custom_getter":
        return data.getter
    if name in ("global_variables", "trainable_variables", "local_variables", "get_collection"):
        return Builtin(name, lambda m, a: _scope_collection(m, scope, name, a))
    if name == "get_variable":
        from scopecheck.models.variable_store import get_variable

        return Builtin(name, lambda m, a: get_variable(m, type(a)(a.args[1:], a.kwargs)))
    return NotImplemented


def _scope_collection(m: Machine, scope: Scope, name: str, a: Arguments) -> Value:
    from scopecheck.models.variables import MODELS as LISTS

    data: ScopeData = m.heap[scope.id]
    prefix = re.escape(data.name) + "/" if data.name else ""
    if name == "get_collection":
        return LISTS["tf.get_collection"](m, type(a)((a.args[0], naming.decode(m, prefix) or None)))
    return LISTS[f"tf.{name}"](m, type(a)((naming.decode(m, prefix) or None,)))


MODELS: dict[str, Model] = {
    "tf.variable_scope": variable_scope,
    "tf.variable_op_scope": variable_op_scope,
    "tf.get_variable_scope": get_variable_scope,
}
CONSTANTS: dict[str, Any] = {"tf.AUTO_REUSE": AUTO_REUSE}
