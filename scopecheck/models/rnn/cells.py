"""Recurrent cells: layers that are called with an input and a state.

Source: tensorflow/python/ops/rnn_cell_impl.py, ``RNNCell`` and ``LayerRNNCell``; in
TensorFlow 2 keras/layers/rnn/legacy_cells.py.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, TypeAlias

from scopecheck.models.layers import custom_layers as layers
from scopecheck.models.layers.custom_layers import LISTS, LayerObject, call_layer, get, put
from scopecheck.models.layers.functions import as_tensor, constructor_arguments
from scopecheck.models.layers.refusals import check_rank
from scopecheck.models.names import canonical
from scopecheck.models.registry import Signature, constructor_name
from scopecheck.models.rnn.states import zero_state
from scopecheck.models.store.variable_scope import VariableScope, close_scope, construct, open_scope
from scopecheck.models.tensors import Shape, Tensor, dims_of
from scopecheck.models.world import EMPTY, Scope, current
from scopecheck.symbolic.access import get_attribute
from scopecheck.symbolic.calls import Arguments
from scopecheck.symbolic.iteration import iterate
from scopecheck.symbolic.values import Builtin, BuiltinType, Extern, Foreign, Value

if TYPE_CHECKING:
    from scopecheck.symbolic.machine import Machine

Sizes: TypeAlias = "Callable[[Machine, LayerObject], tuple[Value, Value]]"
Step: TypeAlias = "Callable[[Machine, LayerObject, Value, Value, dict[str, Value]], Value]"
Build: TypeAlias = "Callable[[Machine, LayerObject, Value], None]"

SCOPE = "rnncell_scope"
CALL = Signature("inputs, state, scope=None")
ZERO = Signature("batch_size, dtype")
INITIAL = Signature("inputs=None, batch_size=None, dtype=None")


@dataclass(frozen=True, slots=True)
class CellKind:
    """A class of cells.

    sizes: ``state_size`` and ``output_size``. step: ``call``. build: makes the weights that
    do not wait for ``call``. opens: whether calling it opens the scope it was first called
    in, as cells do that call ``get_variable``; direct: whether calling it calls the wrapped
    cell or its own ``__call__``, and opens nothing by itself. check: what the constructor
    looks at. rank: the input's. zero: a ``zero_state`` of its own. parts: the cells whose
    weights are its own. keywords: whether its constructor takes every layer's keywords.
    inner: the scope that it opens by its name in place of one of its own.
    """

    name: str
    constructor: Signature
    sizes: Sizes = field(repr=False)
    step: Step = field(repr=False)
    build: Build | None = field(default=None, repr=False)
    opens: bool = False
    direct: bool = False
    check: Callable[[Machine, LayerObject], None] | None = field(default=None, repr=False)
    rank: int | None = None
    zero: Callable[[Machine, LayerObject, Value, Value], Value] | None = field(
        default=None, repr=False
    )
    parts: Callable[[Machine, LayerObject], tuple[Value, ...]] | None = field(
        default=None, repr=False
    )
    keywords: bool = True
    inner: str | None = None


class Cell(Foreign):
    """A cell of one of TensorFlow's classes; its attributes are on the heap."""

    __slots__ = ("cls", "id")

    def __init__(self, id: int, cls: CellKind) -> None:
        self.id = id
        self.cls = cls

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Cell) and self.id == other.id

    def __hash__(self) -> int:
        return hash(("cell", self.id))

    @property
    def class_of(self) -> Extern:
        """``type(cell)``."""
        return Extern(f"tf.nn.rnn_cell.{self.cls.name}")

    def call(self, m: Machine, args: Any) -> Value:
        """One step."""
        return run_method(m, self, self.cls, "__call__", args)

    def get_attribute(self, m: Machine, name: str) -> Value:
        """``state_size``, ``variables``, ``zero_state`` …"""
        if name in METHODS:
            return Builtin(name, lambda m, a: run_method(m, self, self.cls, name, a))
        if name == "__class__":
            return self.class_of
        return cell_attribute(m, self, self.cls, name)

    def set_attribute(self, m: Machine, name: str, value: Value) -> None:
        """Any attribute."""
        put(m, self, **{name: value})

    def deep_copy(self, m: Machine, copied: Callable[[Value], Value]) -> Value:
        """A cell of its own, that keeps the scope the first one took."""
        made = Cell(m.allocate(EMPTY), self.cls)
        held = m.heap[self.id]
        shared = ("<layer>", SCOPE)
        m.write(
            made.id, EMPTY.update({k: v if k in shared else copied(v) for k, v in held.items()})
        )
        return made

    def is_instance(self, m: Machine, kind: Value) -> Value:
        """Its own class, and those it inherits."""
        if not isinstance(kind, Extern):
            return isinstance(kind, BuiltinType) and kind.type is object
        last = canonical(kind.name).rsplit(".", 1)[-1]
        return last in (self.cls.name, "RNNCell", "Layer", "Module", "LayerRNNCell")


METHODS = frozenset(
    "__call__ call build apply zero_state get_initial_state add_weight add_variable".split()
)


def constructor(kind: CellKind) -> Callable[[Machine, Arguments], Value]:
    """``LSTMCell(...)``."""

    def run(m: Machine, a: Arguments) -> Value:
        cell = Cell(m.allocate(EMPTY), kind)
        initialize(m, cell, kind, a)
        return cell

    return run


def initialize(m: Machine, cell: LayerObject, kind: CellKind, a: Arguments) -> None:
    """What the constructor keeps: every argument under its name with an underscore."""
    if kind.keywords:
        given = constructor_arguments(m, kind.constructor, kind.name, a)
    else:
        given = kind.constructor.bind(m, constructor_name(m, kind.name), a)
    reuse = given.get("reuse", given.get("_reuse"))
    layers.start(m, cell, {**given, "_reuse": reuse})
    put(m, cell, **{f"_{name}": given[name] for name in kind.constructor.names if name != "name"})
    if kind.direct and "cell" in given:
        put(m, cell, cell=given["cell"])
    if kind.check is not None:
        kind.check(m, cell)


def run_method(m: Machine, cell: LayerObject, kind: CellKind, name: str, a: Arguments) -> Value:
    """A method that a cell has from its class."""
    if name == "__call__":
        return call_cell(m, cell, kind, a)
    if name in ("zero_state", "get_initial_state"):
        return _state(m, cell, kind, name, a)
    if name in ("add_weight", "add_variable"):
        return layers.add_weight(m, cell, a)
    if name == "call":
        given = CALL.bind(m, "call", a)
        return kind.step(m, cell, given["inputs"], given["state"], {})
    if name == "build":
        if kind.build is not None:
            sizes = a.args[0] if a.args else None
            kind.build(m, cell, sizes if isinstance(sizes, Tensor) else Shape(dims_of(m, sizes)))
            put(m, cell, built=True)
        return None
    return m.unknown(f"{name}(…)", tame=True)


def cell_attribute(m: Machine, cell: LayerObject, kind: CellKind, name: str) -> Value:
    """An attribute that a cell has from its class or its constructor."""
    if name in ("state_size", "output_size"):
        return kind.sizes(m, cell)[name == "output_size"]
    if name in (*LISTS, "trainable_vars"):
        return weights_of(m, cell, kind, name)
    if name == "scope_name":
        scope = layers.state_of(m, cell).scope
        return get_attribute(m, scope, "name") if scope is not None else m.unknown(name)
    if name == "wrapped_cell" and kind.direct:
        return get(m, cell, "cell")
    if name in ("losses", "updates"):
        return m.new_list((), True)
    held = m.heap[cell.id]
    return held.get(name, NotImplemented)


def weights_of(m: Machine, cell: LayerObject, kind: CellKind, name: str) -> Value:
    """``variables`` and the like; of a cell made of cells, theirs."""
    if kind.parts is None:
        held = iterate(m, get(m, cell, name))
        return m.new_list(held.items if held is not None else (), held is None or held.open)
    found: list[Value] = []
    for part in kind.parts(m, cell):
        inner = iterate(m, get_attribute(m, part, name))
        found.extend(inner.items if inner is not None else ())
    return m.new_list(dict.fromkeys(found))


def call_cell(
    m: Machine,
    cell: LayerObject,
    kind: CellKind,
    a: Arguments,
    build: Callable[[Value], None] | None = None,
    run: Callable[[Arguments], Value] | None = None,
) -> Value:
    """``cell(inputs, state, scope=None)``; ``build`` and ``run`` where a program overrides them."""
    given = CALL.bind(m, "__call__", a)
    scope = given["scope"]
    if kind.direct:
        extra = {} if scope is None else {"scope": scope}
        return kind.step(m, cell, given["inputs"], given["state"], extra)

    def build_once(inputs: Value) -> None:
        _check_inputs(m, cell, kind, inputs)
        if kind.build is not None:
            kind.build(m, cell, inputs)

    def step(inner: Arguments) -> Value:
        _check_inputs(m, cell, kind, inner.args[0])
        return kind.step(m, cell, inner.args[0], inner.args[1], {})

    def body(entered: Value) -> Value:
        taken = kind.inner or entered
        kwargs = {} if taken is None else {"scope": taken}
        inner = Arguments((given["inputs"], given["state"]), kwargs)
        return call_layer(m, cell, inner, build or build_once, run or step)

    return _opened(m, cell, scope, body) if kind.opens else body(scope)


def _check_inputs(m: Machine, cell: LayerObject, kind: CellKind, inputs: Value) -> None:
    if kind.rank is not None:
        tensor = inputs if isinstance(inputs, Tensor) else as_tensor(m, inputs)
        check_rank(m, tensor, get(m, cell, "name"), kind.rank, kind.name, exact=True)


def _opened(m: Machine, cell: LayerObject, scope: Value, body: Callable[[Value], Value]) -> Value:
    """``RNNCell.__call__``: the scope given, or again the one of the first call.

    Every variable that is asked for inside becomes one of the cell's.
    """
    getter = Builtin("_rnn_get_variable", lambda m, a: _noted(m, cell, a), cell.id)
    if scope is not None:
        context = _scope(m, scope, getter)
        entered, token = open_scope(m, context.given, m.site())
        try:
            return body(entered)
        finally:
            close_scope(m, token)
    held: VariableScope | None = get(m, cell, SCOPE)
    if held is None:
        held = _scope(m, Scope(current(m).scope), getter)
        put(m, cell, **{SCOPE: held})
    held.enter(m, None)
    try:
        return body(None)
    finally:
        held.leave(m, None)


def _scope(m: Machine, name: Value, getter: Value) -> VariableScope:
    given = {"name_or_scope": name, "default_name": None, "values": None, "reuse": None}
    return construct(m, {**given, "custom_getter": getter})


def _noted(m: Machine, cell: LayerObject, a: Arguments) -> Value:
    """``_rnn_get_variable``: the variable, listed with the cell's."""
    rest = {name: value for name, value in a.kwargs.items() if name != "getter"}
    getter, *args = (a.kwargs["getter"], *a.args) if "getter" in a.kwargs else a.args
    variable = m.call(getter, args, **rest)
    trainable = getattr(variable, "trainable", True)
    for name in LISTS if trainable else LISTS[:2]:
        held = iterate(m, get(m, cell, name))
        items = held.items if held is not None else ()
        if variable not in items:
            put(m, cell, **{name: m.new_list((*items, variable))})
    return variable


def _state(m: Machine, cell: LayerObject, kind: CellKind, name: str, a: Arguments) -> Value:
    if name == "get_initial_state":
        given = INITIAL.bind(m, name, a)
        inputs = given["inputs"]
        if isinstance(inputs, Tensor):
            first = inputs.shape[0] if isinstance(inputs.shape, tuple) and inputs.shape else None
            batch = first if isinstance(first, int) else m.unknown("a size", kind="int")
            given = {"batch_size": batch, "dtype": inputs.dtype}
        zeros = get_attribute(m, cell, "zero_state")
        return m.call(zeros, (given["batch_size"], given["dtype"]))
    given = ZERO.bind(m, name, a)
    batch, dtype = given["batch_size"], given["dtype"]
    if kind.zero is not None:
        return kind.zero(m, cell, batch, dtype)
    return zero_state(m, get_attribute(m, cell, "state_size"), batch, dtype, name)
