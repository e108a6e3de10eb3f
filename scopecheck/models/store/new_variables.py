"""A variable that the store creates: its operation's name, its initial value, its regularizer.

Source: tensorflow/python/ops/variable_scope.py, ``_VariableStore._get_single_variable``.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from scopecheck.models import naming
from scopecheck.models.callbacks import call_back
from scopecheck.models.graph_collections import GLOBAL, add_to_collections, collections_of
from scopecheck.models.store.initial import Initializer, is_callable
from scopecheck.models.store.initial_values import check_initializer, dtype_value, initial_shape
from scopecheck.models.store.requests import Request, emit_request
from scopecheck.models.store.scope_names import check_name
from scopecheck.models.store.variables import (
    VariableTensor,
    is_resource,
    make_variable,
    through_creators,
)
from scopecheck.models.tensors import UNSEEN, Dims
from scopecheck.models.world import current, update, within
from scopecheck.symbolic.values import Builtin, Value
from scopecheck.trace import Reuse

if TYPE_CHECKING:
    from scopecheck.symbolic.machine import Machine


def _remember(m: Machine, name: str, variable: VariableTensor) -> None:
    if not m.world.executing_eagerly:
        graph = current(m)
        update(m, graph, store=graph.store.set(name, variable))
    elif m.world.eager_store is not None:
        place = m.world.eager_store
        m.write(place, m.heap[place].set(name, variable))


def create(m: Machine, request: Request, callable_: bool | None) -> Value:
    """A new variable, through the creators in force; then it is in the store.

    Source: tensorflow/python/ops/variable_scope.py, ``_get_single_variable``.
    """
    if callable_ is not False:
        check_initializer(m, request)
    if current(m).creators:
        made = _through_creators(m, request, callable_)
    else:
        made = _make_operation(
            m, request, request.name, request.trainable, request.collections, callable_
        )
    if not isinstance(made, VariableTensor):
        m.undecided(naming.shown(request.name), "a variable creator made something else")
        return made
    _note_own(m, request)
    _remember(m, request.name, made)
    emit_request(m, request, "created", made.record)
    if request.regularizer is not None:
        stack = f"{request.name}/Regularizer"
        regularize(m, request.by, request.regularizer, made, stack)
    return made


def _through_creators(m: Machine, request: Request, callable_: bool | None) -> Value:
    """What the creators in force make of a request; each may ask for something else."""
    initial = Builtin("initial_value", lambda m, a: m.unknown("a value"), request.name)
    asked = request.initializer if callable_ is False else initial
    given: dict[str, Value] = {
        "initial_value": asked,
        "trainable": request.trainable,
        "collections": m.new_list(request.collections),
        "name": naming.decode(m, request.name),
        "dtype": dtype_value(request),
        "validate_shape": request.validate_shape,
        "constraint": request.constraint,
        "use_resource": request.use_resource,
    }

    def make(m: Machine, given: dict[str, Value]) -> Value:
        wanted, call = request, callable_
        if given["initial_value"] is not asked:
            wanted = replace(request, initializer=given["initial_value"], shape=None, dims=UNSEEN)
            call = is_callable(m, wanted.initializer)
        name = None if given["name"] is None else naming.encode(m, given["name"])
        trainable = given["trainable"]
        if not isinstance(trainable, bool):
            trainable = request.trainable
        collections = collections_of(m, given["collections"], GLOBAL)
        named = request.name if name is None else name
        return _make_operation(m, wanted, named, trainable, collections, call)

    return through_creators(m, given, make)


def _note_own(m: Machine, request: Request) -> None:
    """The scopes in which an open entry made a variable while reuse was off."""
    name = request.scope.name
    if request.scope.reuse is Reuse.OFF and name and not m.world.closed:
        if name in current(m).own:
            return
        parts = name.split("/")
        made = {"/".join(parts[: i + 1]) for i in range(len(parts))}
        update(m, own=current(m).own | made)


def _make_operation(
    m: Machine,
    request: Request,
    name: str,
    trainable: bool,
    collections: tuple[str, ...],
    callable_: bool | None,
) -> Value:
    """The variable operation: its name is taken first, then the initial value is made."""
    op = _operation_name(m, request, name)
    if request.initializer is None or isinstance(request.initializer, Initializer):
        dims, dtype = initial_shape(m, request, callable_)
    else:
        dims, dtype = _called_below(m, request, op, callable_)
    if not request.validate_shape and not _shape_is_kept(m, request):
        dims = None
    made_by = request.by if request.purpose == "variable" else "slot"
    return make_variable(
        m, op, request.name, dims, dtype, trainable, made_by, collections, request.use_resource
    )


def _called_below(
    m: Machine, request: Request, op: str, callable_: bool | None
) -> tuple[Dims, str | None]:
    """The shape and dtype that an initializer of the program gives, run in its name scope."""
    stack = current(m).stack if m.world.executing_eagerly else f"{op}/Initializer"
    with within(m, stack):
        return initial_shape(m, request, callable_)


def _shape_is_kept(m: Machine, request: Request) -> bool:
    """Whether a variable has a shape although none is to be checked.

    Source: tensorflow/python/ops/variables.py, ``RefVariable._init_from_args``.
    """
    if is_resource(m, request.use_resource):
        return True
    return m.world.tensorflow != "1.15" and isinstance(request.dims, tuple)


def _operation_name(m: Machine, request: Request, name: str) -> str:
    if name.endswith("/"):
        return name[:-1]
    if m.world.executing_eagerly:
        return name or "Variable"
    if not name:
        resource = request.use_resource is True or m.world.resource
        return naming.variable_name(m, "VarHandleOp" if resource else "VariableV2", root=True)
    check_name(m, name, request.by, nested=False)
    return naming.variable_name(m, name, root=True)


def regularize(m: Machine, by: str, regularizer: Value, variable: Value, stack: str) -> None:
    """The loss of a new variable, in a name scope of its own and in its collection."""
    with within(m, stack):
        loss = call_back(m, by, regularizer, (variable,))
    if loss is not None and not m.world.executing_eagerly:
        add_to_collections(m, ("regularization_losses",), loss)
