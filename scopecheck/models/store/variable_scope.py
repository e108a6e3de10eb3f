"""``tf.variable_scope``: opening and leaving.

Source: tensorflow/python/ops/variable_scope.py, classes ``variable_scope`` and
``_pure_variable_scope``.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from scopecheck.models import naming
from scopecheck.models.contexts import Context
from scopecheck.models.one_graph import different_graphs
from scopecheck.models.refusal import refuse_argument, state_of
from scopecheck.models.registry import Model, Signature, constructor_name
from scopecheck.models.store.reuse_modes import asked_reuse
from scopecheck.models.store.scope_inheritance import (
    NO_DEVICES,
    RESOURCES_ONLY,
    first_asked,
    inherit,
)
from scopecheck.models.store.scope_names import enter_names
from scopecheck.models.switches import holds
from scopecheck.models.tensors import Tensor
from scopecheck.models.world import (
    NEVER,
    Opened,
    Scope,
    ScopeData,
    current,
    root_shares,
    scope_data,
    update,
)
from scopecheck.symbolic.decisions import needed
from scopecheck.symbolic.iteration import iterate
from scopecheck.symbolic.records import changed
from scopecheck.symbolic.values import ListRef, Unknown, Value
from scopecheck.trace import Reuse, ScopeEntered

if TYPE_CHECKING:
    from scopecheck.symbolic.calls import Arguments
    from scopecheck.symbolic.machine import Machine

FUNCTION = "variable_scope"
NESTING = "Improper nesting of variable_scope."
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
        """Opens the scope; gives the new VariableScope. node: None where TensorFlow does so."""
        library = node is None
        if self.graph is not None and self.graph != m.world.stack[-1]:
            m.world = changed(m.world, stack=(*m.world.stack, self.graph))
            scope, token = open_scope(m, self.given, self.site, self.place, library)
            token["pop"] = True
        else:
            scope, token = open_scope(m, self.given, self.site, self.place, library)
        kept: Kept = m.heap[self.place]
        m.write(self.place, changed(kept, tokens=(*kept.tokens, Box(token))))
        return scope

    def leave(self, m: Machine, token: Value) -> None:
        """Restores what was in force."""
        kept: Kept = m.heap[self.place]
        *rest, box = kept.tokens
        check_nesting(m, box.held)
        m.write(self.place, changed(kept, tokens=tuple(rest)))
        close_scope(m, box.held)
        if box.held.get("pop"):
            m.world = changed(m.world, stack=m.world.stack[:-1])


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
    name, default = given["name_or_scope"], given["default_name"]
    if default is None and name is None:
        if m.left_out:
            # Whoever gives the entry its arguments gives the scope's name too.
            named = m.unknown("the scope's name", kind="str", not_none=True)
            return construct(m, given | {"name_or_scope": named})
        raise refuse_argument(
            m, FUNCTION, "TypeError", "If default_name is None then name_or_scope is required"
        )
    asked = asked_reuse(m, given["reuse"])
    if asked is None and m.world.before_one:
        asked = Reuse.ON if m.truth(given["reuse"]) else Reuse.OFF
    if asked is None:
        raise refuse_argument(
            m, FUNCTION, "ValueError", "The reuse parameter must be True or False or None."
        )
    auxiliary = given.get("auxiliary_name_scope", True)
    if not isinstance(auxiliary, (bool, Unknown)):
        raise refuse_argument(
            m,
            FUNCTION,
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
            raise refuse_argument(m, FUNCTION, "ValueError", message)
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


@dataclass(frozen=True, slots=True)
class Entered:
    """The names of a scope that is being entered.

    full: the scope's own. stack: the name scope inside. original: its ``original_name_scope``.
    chosen: the unique name taken for the default name. captured: the scope given as an object.
    """

    full: str
    stack: str
    original: str
    chosen: str | None = None
    captured: ScopeData | None = None


def open_scope(
    m: Machine,
    given: dict[str, Value],
    site: Any,
    place: int | None = None,
    library: bool = True,
) -> tuple[Scope, dict[str, Any]]:
    """Enters a scope; gives its object and what leaving restores.

    library: it is no ``with`` of the program.
    """
    name = needed(m, given["name_or_scope"])
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
    entered = _enter(m, given, name, parent, kept)
    graph = current(m)
    asked = Reuse.AUTO if m.world.executing_eagerly else given["asked"]
    scope = _scope_object(m, given, entered, parent, kept, asked, site, place)
    opened = graph.opened.open(entered.full) if entered.full else graph.opened
    if entered.captured is not None and not m.world.before_one:
        token["opened"] = opened
    else:
        token["close"] = entered.full
    update(
        m,
        graph,
        scope=scope.id,
        stack=entered.stack,
        opened=opened,
        name_scopes=(),
        open_scopes=graph.open_scopes + 1,
    )
    state = state_of(m.heap[scope.id])
    m.emit(ScopeEntered(m.site(), m.path(), asked, state, library=library))
    token["own"] = scope.id
    return scope, token


def _enter(
    m: Machine, given: dict[str, Value], name: Value, parent: ScopeData, kept: Kept
) -> Entered:
    """Enters the name scope; by a default name, a captured scope or a name."""
    auxiliary = holds(m, given.get("auxiliary_name_scope", True))
    if name is None:
        return _enter_default(m, given, parent, kept, auxiliary)
    if isinstance(name, Scope):
        return _enter_captured(m, m.heap[name.id], auxiliary)
    text = naming.encode(m, name)
    if text is None:
        text = _unnamed(m, name, FUNCTION)
    graph = current(m)
    stack, original = (graph.stack, f"{graph.stack}/" if graph.stack else "")
    if text or not auxiliary:
        stack, original = _enter_name_scope(m, text, auxiliary, FUNCTION)
    return Entered(_join(parent.name, text), stack, original)


def _enter_default(
    m: Machine, given: dict[str, Value], parent: ScopeData, kept: Kept, auxiliary: bool
) -> Entered:
    """``variable_scope(None, default_name)``: a name that no open scope has."""
    if given["asked"] in (Reuse.ON, Reuse.AUTO):
        raise refuse_argument(
            m, FUNCTION, "ValueError", "reuse=True cannot be used without a name_or_scope"
        )
    default = naming.encode(m, given["default_name"])
    if default is None:
        default = _unnamed(m, given["default_name"], FUNCTION)
    stack, original = _enter_name_scope(m, default, auxiliary, FUNCTION)
    chosen = kept.chosen
    if chosen is None:
        chosen = _unique(current(m).opened, parent.name, default)
    return Entered(_join(parent.name, chosen), stack, original, chosen)


def _enter_captured(m: Machine, captured: ScopeData, auxiliary: bool) -> Entered:
    """``variable_scope(scope)``: its whole name, in a name scope of its last part."""
    last = captured.name.split("/")[-1]
    stack = current(m).stack
    if last or not auxiliary:
        stack, _ = _enter_name_scope(m, last, auxiliary, FUNCTION)
    return Entered(captured.name, stack, captured.original_name_scope, None, captured)


def _scope_object(
    m: Machine,
    given: dict[str, Value],
    entered: Entered,
    parent: ScopeData,
    kept: Kept,
    asked: Reuse,
    site: Any,
    place: int | None,
) -> Scope:
    """The new VariableScope; an object entered before keeps its reuse, names and copy."""
    captured = entered.captured
    _check_eager(m, given, captured is not None)
    base = captured if captured is not None else parent
    data = inherit(
        m, base, given, asked, entered.full, entered.original, site, captured is not None
    )
    if captured is None:
        data = changed(
            data,
            reuse=first_asked(kept.reuse, data.reuse),
            original_name_scope=kept.original or data.original_name_scope,
        )
    scope = kept.copy if kept.copy is not None else Scope(m.allocate(data))
    if place is not None:
        first = data.original_name_scope
        copy = scope if captured is not None else None
        m.write(
            place,
            changed(kept, reuse=data.reuse, chosen=entered.chosen, original=first, copy=copy),
        )
    return scope


def _check_eager(m: Machine, given: dict[str, Value], captured: bool) -> None:
    """What a scope of eager code can't be asked for.

    A captured scope refuses in its constructor. One by a name refuses on entry, and leaving
    what was never entered raises in its place.
    """
    if not m.world.executing_eagerly:
        return
    if given.get("caching_device") is not None:
        kind, message = "NotImplementedError", NO_DEVICES
    elif given.get("use_resource") is False:
        kind, message = "ValueError", RESOURCES_ONLY
    else:
        return
    if not captured:
        kind, message = "RuntimeError", NESTING
    raise refuse_argument(m, FUNCTION, kind, message)


def check_nesting(m: Machine, token: dict[str, Any]) -> None:
    """A scope is left while it is the innermost one; 0.12 doesn't ask."""
    if current(m).scope != token["own"] and not m.world.before_one:
        raise refuse_argument(m, FUNCTION, "RuntimeError", NESTING)


def _unnamed(m: Machine, value: Value, function: str) -> str:
    """A name that is no known string: an unknown's mark, or TensorFlow's TypeError."""
    if not naming.is_no_name(value):
        return naming.mark_of(m, value)
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
        if m.world.before_one and not token["close"]:
            opened = NEVER
    update(
        m,
        graph,
        scope=token["scope"],
        stack=token["stack"],
        name_scopes=token["name_scopes"],
        opened=opened,
        open_scopes=max(0, graph.open_scopes - 1),
    )


MODELS: dict[str, Model] = {
    "tf.variable_scope": variable_scope,
    "tf.variable_op_scope": variable_op_scope,
}
