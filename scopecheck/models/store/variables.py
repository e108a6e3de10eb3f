"""Variable objects and tf.Variable."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from scopecheck.models import naming
from scopecheck.models.callbacks import call_back
from scopecheck.models.classes import VARIABLE, is_instance
from scopecheck.models.graph_collections import (
    GLOBAL,
    STEP,
    TRAINABLE,
    add_to_collections,
    check_collections,
    collections_of,
)
from scopecheck.models.messages import shape_text, tensor_text
from scopecheck.models.one_graph import check_not_finalized
from scopecheck.models.ops.dense import check_dense
from scopecheck.models.refusal import refuse_argument, state_of, traced_shape
from scopecheck.models.registry import Model, Signature
from scopecheck.models.store.flow_initials import flow_message, made_in_flow
from scopecheck.models.store.initial import constant_of, dtype_name, is_callable
from scopecheck.models.store.initial_dtypes import check_convertible, check_initial_dtype
from scopecheck.models.store.scope_names import check_name
from scopecheck.models.switches import holds
from scopecheck.models.tensors import ASSIGNMENTS, UNSEEN, Dims, Tensor, dims_of, operation
from scopecheck.models.world import current, scope_data, update, within
from scopecheck.symbolic.calls import Arguments
from scopecheck.symbolic.decisions import needed
from scopecheck.symbolic.values import Builtin, BuiltinType, Extern, Unknown, Value
from scopecheck.trace import Variable, VariableMade

if TYPE_CHECKING:
    from collections.abc import Callable

    from scopecheck.symbolic.machine import Machine


_SCATTERED = "add div max min mul nd_add nd_sub nd_update sub update".split()
_CHANGES = frozenset(
    (*ASSIGNMENTS, "batch_scatter_update", *(f"scatter_{one}" for one in _SCATTERED))
)
_READING = {"gather_nd": "tf.gather_nd", "sparse_read": "tf.gather"}
"""Methods that read single rows, and the functions that do so."""


class VariableTensor(Tensor):
    """A variable: a tensor that remembers what the store knows of it.

    kind: ``ref``, ``resource`` or, made inside a tf.function, ``lifted``.
    """

    __slots__ = ("kind", "record", "store_key", "trainable")
    kept_by_layers = False

    def __init__(
        self,
        record: Variable,
        name: str,
        store_key: str | None,
        shape: Dims,
        dtype: str | None,
        trainable: bool,
        graph: int,
        kind: str = "ref",
    ) -> None:
        key = ("variable", graph, name, store_key, shape, dtype, trainable)
        super().__init__(key, "Variable", (), shape, dtype, name)
        self.record = record
        self.store_key = store_key
        self.trainable = trainable
        self.graph: int | None = graph
        self.kind = kind

    def is_instance(self, m: Machine, kind: Value) -> Value:
        """Whether it is a ``tf.Variable``."""
        return is_instance(m, VARIABLE, kind)

    def get_attribute(self, m: Machine, name: str) -> Value:
        """What a variable has beside a tensor's attributes."""
        if name == "trainable":
            return self.trainable
        if name in ("value", "read_value", "initialized_value"):
            return Builtin(name, lambda m, a: self)
        if name in _CHANGES:
            return Builtin(name, lambda m, a: self._assign(m, name, a))
        if name in _READING:
            return Builtin(
                name,
                lambda m, a: m.call(Extern(_READING[name]), (self, *a.args), **a.kwargs),
            )
        if name == "count_up_to":
            return Builtin(name, lambda m, a: operation(m, "CountUpTo", (self,), (), self.dtype))
        if name == "handle" and self.kind != "ref":
            return Tensor((*self.key, name), "VarHandleOp", (), (), "resource", self.name)
        if name in ("op", "graph") and self.graph is not None and self.graph < 0:
            word = "meaningless" if m.world.tensorflow == "1.15" else "undefined"
            message = f"Tensor.{name} is {word} when eager execution is enabled."
            raise refuse_argument(m, name, "AttributeError", message)
        if name == "graph" and self.graph is not None:
            from scopecheck.models.graphs import GraphObject

            return GraphObject(self.graph)
        if name == "load":
            return Builtin(name, lambda m, a: self._load(m, a))
        if name == "set_shape":
            return Builtin(name, lambda m, a: None)
        if name == "initializer":
            return m.unknown("an operation", not_none=True)
        return super().get_attribute(m, name)

    def truth(self, m: Machine) -> bool | None:
        """A variable that is no resource is an object as any other; a resource is read."""
        return True if self.kind == "ref" else None

    def _load(self, m: Machine, a: Arguments) -> None:
        from scopecheck.models.training.minimized import assigned

        assigned(m, self, a.args[:1])

    def _assign(self, m: Machine, name: str, a: Arguments) -> Value:
        from scopecheck.models.ops.arguments import tensor_inputs
        from scopecheck.models.ops.assigned_values import check_assigned
        from scopecheck.models.training.minimized import assigned

        kind = ASSIGNMENTS.get(name, "Scatter")
        if kind != "Scatter" and (a.args or "value" in a.kwargs):
            check_assigned(m, kind, self, a.get(0, "value"))
        assigned(m, self, a.every())
        inputs = (self, *tensor_inputs(m, *a.every()))
        return operation(m, kind, inputs, self.shape, self.dtype, a.kwargs.get("name"))


def make_variable(
    m: Machine,
    name: str,
    store_key: str | None,
    dims: Dims,
    dtype: str | None,
    trainable: bool,
    made_by: str,
    collections: tuple[str, ...],
    use_resource: Value = None,
) -> VariableTensor:
    """A new variable operation named ``name`` in the default graph.

    Inside a tf.function the variable is lifted out of it, and no collection holds it. Under
    eager execution every variable stands alone: it has a graph number of its own below zero.
    """
    check_not_finalized(m)
    world = m.world
    lifted = world.lifting
    if lifted:
        _check_first_call(m)
        m.world = replace(world, lifted=world.lifted + 1)
    graph = current(m).id
    if world.executing_eagerly:
        graph = -1 - world.eager_made
        m.world = replace(world, eager_made=world.eager_made + 1)
    listed = not lifted and graph >= 0
    kind = "lifted" if lifted else "resource" if is_resource(m, use_resource) else "ref"
    record = Variable(
        naming.told(m, name) + ":0",
        None if store_key is None else naming.told(m, store_key),
        traced_shape(dims),
        dtype,
        trainable and (listed or world.eager),
        made_by,
        m.site(),
        m.path(),
        current(m).name_scopes,
        graph,
    )
    variable = VariableTensor(record, name, store_key, dims, dtype, trainable, graph, kind)
    if listed:
        add_to_collections(m, (*collections, TRAINABLE) if trainable else collections, variable)
    elif not lifted and STEP in collections:  # the one collection that eager variables enter
        add_to_collections(m, (STEP,), variable)
    return variable


def _check_first_call(m: Machine) -> None:
    """A tf.function makes its variables when it is called first.

    Source: tensorflow/python/eager/def_function.py, ``invalid_creator_scope``.
    """
    if not m.world.barred:
        return
    if m.world.tensorflow == "1.15":
        message = "tf.function-decorated function tried to create variables on non-first call."
    else:
        message = (
            "tf.function only supports singleton tf.Variables created on the first call. Make sure "
            "the tf.Variable is only created once or created outside tf.function. See "
            "https://www.tensorflow.org/guide/function#creating_tfvariables for more information."
        )
    raise refuse_argument(m, "tf.function", "ValueError", message)


def is_resource(m: Machine, given: Value) -> bool:
    """Whether a new variable is a resource variable."""
    value = needed(m, given)
    if m.world.executing_eagerly or value is True:
        return True
    if value is None:
        value = scope_data(m).use_resource
    return value is True or (value is None and bool(m.world.resource))


def through_creators(
    m: Machine, given: dict[str, Value], make: Callable[[Machine, dict[str, Value]], Value]
) -> Value:
    """Makes a variable by way of the creators of ``tf.variable_creator_scope``.

    Source: tensorflow/python/ops/variables.py, ``_variable_v1_call`` and ``_make_getter``.
    """

    def default(m: Machine, a: Arguments) -> Value:
        return make(m, {**given, **a.kwargs})

    def around(creator: Value, getter: Value) -> Value:
        def call_creator(m: Machine, a: Arguments) -> Value:
            return call_back(m, "variable creator", creator, (getter,), **a.kwargs)

        return Builtin("next_creator", call_creator)

    creators = current(m).creators
    if not creators:
        return make(m, given)
    given = {**dict.fromkeys(_VARIABLE.names), **_CREATED, **given}
    if m.world.tensorflow != "1.15":
        given["experimental_enable_variable_lifting"] = None
    getter: Value = Builtin("next_creator", default)
    for creator in creators:
        getter = around(creator, getter)
    return m.call(getter, (), **given)


_VARIABLE = Signature(
    "initial_value=None, trainable=None, collections=None, validate_shape=True, "
    "caching_device=None, name=None, variable_def=None, dtype=None, expected_shape=None, "
    "import_scope=None, constraint=None, use_resource=None, synchronization=None, "
    "aggregation=None, shape=None"
)


_CREATED: dict[str, Value] = {
    "validate_shape": True,
    "synchronization": Extern("tf.VariableSynchronization.AUTO"),
    "aggregation": Extern("tf.VariableAggregation.NONE"),
}
"""What a creator is given beside what the request says."""


def tf_variable(m: Machine, a: Arguments) -> Value:
    """``tf.Variable``: named under the current name scope, never shared, never stored.

    TensorFlow 2 forgets keywords that it doesn't know.

    Source: tensorflow/python/ops/variables.py, ``RefVariable._init_from_args``.
    """
    if m.world.tensorflow != "1.15":
        known = {name: value for name, value in a.kwargs.items() if name in _VARIABLE.names}
        a = Arguments(a.args, known, a.open_args, a.open_kwargs)
    given = _VARIABLE.bind(m, "_variable_v1_call", a)
    return through_creators(m, given, _plain_variable)


def _second_variable(m: Machine, a: Arguments) -> Value:
    """The class that TensorFlow's own modules call ``Variable``: a resource, in no other form.

    Source: tensorflow/python/ops/variables.py, ``_variable_v2_call``.
    """
    given = {**_VARIABLE.bind(m, "_variable_v2_call", a), "use_resource": True}
    return through_creators(m, given, _plain_variable)


def _resource_variable(m: Machine, a: Arguments) -> Value:
    """``ResourceVariable`` by its own name: no creator is asked."""
    given = {**_VARIABLE.bind(m, "__init__", a), "use_resource": True}
    if m.world.eager:
        return _plain_variable(m, given)
    lifting = m.world.lifting
    m.world = replace(m.world, lifting=False)  # it is a creator that lifts them
    try:
        return _plain_variable(m, given)
    finally:
        m.world = replace(m.world, lifting=lifting)


def _plain_variable(m: Machine, given: dict[str, Value]) -> Value:
    initial = given["initial_value"]
    if initial is None and given["variable_def"] is not None:
        m.undecided("Variable", "which variable its definition tells of is not known", 1)
        return m.unknown("Variable(…)", not_none=True)
    if initial is None:
        raise refuse_argument(m, "Variable", "ValueError", "initial_value must be specified.")
    collections = collections_of(m, given["collections"], GLOBAL)
    check_collections(m, given["collections"], "Variable")
    if type(needed(m, given["constraint"])) in (bool, int, float, str):
        message = "The `constraint` argument must be a callable."
        raise refuse_argument(m, "Variable", "ValueError", message)
    full = _variable_name(m, given["name"])
    if is_callable(m, initial) and not isinstance(initial, (BuiltinType, Extern)):
        stack = current(m).stack if m.world.executing_eagerly else f"{full}/Initializer"
        with within(m, stack):
            initial = call_back(m, "Variable", initial)
    elif made_in_flow(m, initial):
        message = flow_message(m, full, is_resource(m, given["use_resource"]))
        raise refuse_argument(m, "Variable", "ValueError", message)
    dims, dtype = _initial(m, given, initial)
    trainable = _flag(m, given["trainable"], not on_read(given["synchronization"]))
    made = make_variable(
        m, full, None, dims, dtype, trainable, "Variable", collections, given["use_resource"]
    )
    graph = current(m)
    update(m, graph, plain=graph.plain.set(full, made))
    m.emit(VariableMade(m.site(), m.path(), made.record, state_of(scope_data(m))))
    return made


def _variable_name(m: Machine, given: Value) -> str:
    """The operation's name: unique under the current name scope, except under eager execution."""
    name = "Variable" if given is None else naming.encode(m, given)
    if name is None:
        name = naming.mark_unknown(m, given) if isinstance(given, Unknown) else "Variable"
    graph = current(m)
    if m.world.executing_eagerly:
        return f"{graph.stack}/{name}" if graph.stack else name
    check_name(m, name, "Variable", bool(graph.stack))
    return name[:-1] if name.endswith("/") else naming.variable_name(m, name or "Variable")


def _initial(m: Machine, given: dict[str, Value], initial: Value) -> tuple[Dims, str | None]:
    check_convertible(m, initial, "Variable")
    constant = constant_of(m, initial)
    dims: Dims = constant.dims if constant else UNSEEN
    asked = needed(m, given["dtype"])
    if asked is None:
        check_dense(m, "Variable", initial)
    check_initial_dtype(m, initial, asked)
    dtype = dtype_name(m, asked) if asked is not None else (constant.dtype if constant else None)
    if given["shape"] is not None:
        return _shape_given(m, given, dims), dtype
    if not holds(m, given["validate_shape"]):
        return dims if is_resource(m, given["use_resource"]) else None, dtype
    undefined = dims is None or (isinstance(dims, tuple) and None in dims)
    if undefined and isinstance(initial, Tensor) and not m.world.executing_eagerly:
        message = f"initial_value must have a shape specified: {tensor_text(m, initial)}"
        raise refuse_argument(m, "Variable", "ValueError", message)
    return dims, dtype


def _shape_given(m: Machine, given: dict[str, Value], initial: Dims) -> Dims:
    """The shape that is asked for; the initial value's has to be compatible with it.

    Source: tensorflow/python/ops/resource_variable_ops.py, ``_init_from_args``; variables.py.
    """
    from scopecheck.models.store.asked_shape import incompatible

    asked = dims_of(m, given["shape"])
    if not incompatible(asked, initial):
        return asked
    shown = shape_text(m, initial)
    if is_resource(m, given["use_resource"]):
        where = "The" if m.world.tensorflow == "1.15" else "In this `tf.Variable` creation, the"
        message = (
            f"{where} initial value's shape ({shown}) is not compatible with the explicitly "
            "supplied `shape` argument (…"
        )
        raise refuse_argument(m, "Variable", "ValueError", message)
    if holds(m, given["validate_shape"]):
        raise refuse_argument(m, "Variable", "ValueError", "…hape…Shapes are …")
    return asked


def on_read(synchronization: Value) -> bool:
    """Whether copies are only aggregated when read: such variables aren't trained."""
    return isinstance(synchronization, Extern) and synchronization.name.endswith("ON_READ")


def _flag(m: Machine, value: Value, default: bool) -> bool:
    value = needed(m, value)
    return default if value is None else holds(m, value)


def _operation(m: Machine, a: Arguments) -> Value:
    """An operation that initialises or reports; it computes nothing that others use."""
    from scopecheck.models.tensor_members import Operation

    return Operation(operation(m, "NoOp", (), None, None))


MODELS: dict[str, Model] = {
    "tf.Variable": tf_variable,
    "tf.variable": tf_variable,
    "tf.VariableV1": tf_variable,
    "tf.VariableV2": _second_variable,
    "tf.ResourceVariable": _resource_variable,
    "tf.RefVariable": tf_variable,
    "tf.global_variables_initializer": _operation,
    "tf.initialize_all_variables": _operation,
    "tf.local_variables_initializer": _operation,
    "tf.variables_initializer": _operation,
    "tf.initialize_variables": _operation,
    "tf.report_uninitialized_variables": _operation,
}
