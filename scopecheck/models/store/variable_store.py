"""The store of variables: a request finds a variable, is refused, or creates one.

Source: tensorflow/python/ops/variable_scope.py, ``_VariableStore.get_variable`` and
``_VariableStore._get_single_variable``: every check in TensorFlow's order.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from scopecheck.models import naming
from scopecheck.models.messages import shape_text
from scopecheck.models.refusal import traced_shape
from scopecheck.models.store import partitions
from scopecheck.models.store.asked_shape import incompatible, read_dtype, read_shape
from scopecheck.models.store.initial import is_callable
from scopecheck.models.store.new_variables import create
from scopecheck.models.store.requests import Request, emit_request, refuse
from scopecheck.models.store.variables import VariableTensor
from scopecheck.models.tensors import UNSEEN
from scopecheck.models.world import current, left_out
from scopecheck.symbolic.values import ListRef, Raised, Value
from scopecheck.trace import Refusal, Reuse, Variable

if TYPE_CHECKING:
    from scopecheck.symbolic.machine import Machine

_MODES = "True or reuse=tf.AUTO_REUSE"


def find_or_create(m: Machine, request: Request) -> Value:
    """The store's part: a found variable is checked and shared, a missing one created."""
    graph = current(m)
    store = stored(m)
    eager = m.world.executing_eagerly
    if request.partitioner is not None and not _is_empty_list(m, request.shape):
        return partitions.find_or_create(m, request)
    if not eager and request.scope.reuse is Reuse.ON and request.name in graph.partitioned:
        return partitions.find_or_create(m, request)
    part = f"{request.name}/part_0"
    if part in store:
        raise refuse(
            m,
            request,
            Refusal.ARGUMENT,
            "No partitioner was provided, but a partitioned version of the variable was found: "
            f"{part}."
            " Perhaps a variable of the same name was already created with partitioning?",
        )
    callable_ = is_callable(m, request.initializer) if request.initializer is not None else True
    if callable_ is False and request.shape is not None:
        raise refuse(
            m, request, Refusal.ARGUMENT, "If initializer is a constant, do not specify shape."
        )
    read_dtype(m, request)
    read_shape(m, request)
    found = store.get(request.name)
    if found is not None:
        return _found(m, request, found)
    unsure = request.purpose == "variable" and _unsure_names(request, store)
    # A slot is named after an operation, and no two operations share a name.
    if unsure and any(naming.may_equal(request.name, key) for key in store):
        why = "the name is not fully known"
        if request.scope.reuse is Reuse.AUTO:  # it may be a new variable
            left_out(m, naming.shown(request.name), why)
        else:
            m.undecided(naming.shown(request.name), why)
        return _assumed(m, request)
    if request.scope.reuse is Reuse.ON:
        return _missing(m, request)
    if _only_looks_up(m, request):
        return _assumed(m, request)
    return create(m, request, callable_)


def stored(m: Machine) -> Any:
    """The variables that the store in force holds, by full name.

    Under eager execution a template or an EagerVariableStore keeps them; without one there are
    those that the graph had before.
    """
    place = m.world.eager_store
    kept = m.world.executing_eagerly and place is not None
    return m.heap[place] if kept else current(m).store


def _unsure_names(request: Request, store: Any) -> bool:
    if request.scope.reuse is Reuse.OFF:
        return False
    return not naming.is_known(request.name) or any(not naming.is_known(key) for key in store)


def _is_empty_list(m: Machine, shape: Value) -> bool:
    if isinstance(shape, ListRef):
        return not m.contents(shape).items and not m.contents(shape).open
    return isinstance(shape, tuple) and not shape


def _found(m: Machine, request: Request, found: VariableTensor) -> Value:
    """A variable that is there: shared where reuse, its shape and its dtype allow."""
    reuse = request.scope.reuse
    if reuse is Reuse.OFF:
        if found.kind == "lifted" and m.world.eager:
            raise _undefined_op(m, request, found)
        if m.taint > 1:
            m.undecided(naming.shown(request.name), "an unresolved call may have changed the graph")
            return found
        if _outer_reuse_possible(m, found):
            m.undecided(naming.shown(request.name), "the caller's scope may reuse")
            return found
        raise refuse(
            m,
            request,
            Refusal.EXISTS,
            f"Variable {naming.shown(request.name)} already exists, disallowed. Did you mean to "
            f"set reuse={'True' if m.world.before_one else _MODES} in VarScope?"
            + ("" if found.kind == "resource" else " Originally defined at:"),
            variable=found.record,
        )
    if incompatible(request.dims, found.shape) and not _sizes_unsure(m):
        raise refuse(
            m,
            request,
            Refusal.SHAPE,
            f"Trying to share variable {naming.shown(request.name)}, but specified shape "
            f"{shape_text(m, request.dims)} and found shape "
            f"{shape_text(m, found.shape)}.",
            variable=found.record,
        )
    asked = request.dtype_named
    if asked is not None and found.dtype is not None and asked != found.dtype:
        ref = "_ref" if found.kind == "ref" else ""
        raise refuse(
            m,
            request,
            Refusal.DTYPE,
            f"Trying to share variable {naming.shown(request.name)}, but specified dtype {asked} "
            f"and found dtype {found.dtype}{ref}.",
            variable=found.record,
        )
    emit_request(m, request, "shared", found.record)
    return found


def _undefined_op(m: Machine, request: Request, found: VariableTensor) -> Raised:
    """The store asks a variable that is there for its operation, which an eager one has not."""
    word = "meaningless" if m.world.tensorflow == "1.15" else "undefined"
    message = f"Tensor.op is {word} when eager execution is enabled."
    return refuse(m, request, Refusal.EXISTS, message, "AttributeError", variable=found.record)


def _outer_reuse_possible(m: Machine, found: VariableTensor) -> bool:
    """Whether an open entry's caller may have put the scope in reuse mode in between.

    So it may where something reaches the entry dynamically, and between the constructor and
    a method of a class that is given its inputs.
    """
    if m.world.closed:
        return False
    if m.open_entry == "dynamic":
        return True
    made, now = found.record.path, m.path()
    one_call = len(made) > 1 and len(now) > 1 and made[1].function == now[1].function
    return m.open_entry in ("parameters", "called") and not one_call


def _sizes_unsure(m: Machine) -> bool:
    """Whether the entry is called with sizes other than the defaults that are in force here."""
    return not m.world.closed and m.open_entry == "called"


def _missing(m: Machine, request: Request) -> Value:
    """reuse=True and nothing there: an error only where nothing else can have made it."""
    graph = current(m)
    slot = request.purpose != "variable"
    if m.taint > 1 or (m.taint and not slot):
        m.undecided(naming.shown(request.name), "an unresolved call may have made it")
        return _assumed(m, request)
    if not m.world.closed and not _is_own(graph.own, request, slot):
        return _assumed(m, request)
    plain = graph.plain.get(request.name)
    mode = "None" if m.world.before_one else "tf.AUTO_REUSE"
    raise refuse(
        m,
        request,
        Refusal.MISSING,
        f"Variable {naming.shown(request.name)} does not exist, or was not created with "
        f"tf.get_variable(). Did you mean to set reuse={mode} in VarScope?",
        plain=plain.record if plain is not None else None,
    )


def _is_own(own: frozenset[str], request: Request, slot: bool) -> bool:
    """Whether the entry itself made variables in the scope that now reuses."""
    source = request.scope.source
    if source is None:
        return False
    name = request.scope.name
    return bool(own) and (slot or name in own or source.scope in own)


def _only_looks_up(m: Machine, request: Request) -> bool:
    """Whether an open entry asks for what its caller made, with neither a shape nor a value.

    The caller's scope reuses then, unless the entry itself made variables in this one.
    """
    asked = request.shape is None and request.initializer is None
    return asked and not m.world.closed and request.scope.name not in current(m).own


def _assumed(m: Machine, request: Request) -> VariableTensor:
    """A variable that somebody else may have made: it is shared, nothing is concluded."""
    record = Variable(
        naming.told(m, request.name) + ":0",
        naming.told(m, request.name),
        traced_shape(request.dims),
        request.dtype_named,
        request.trainable,
        "assumed",
        m.site(),
        m.path(),
        (),
        current(m).id,
    )
    return VariableTensor(
        record,
        request.name,
        request.name,
        request.dims if request.dims is not None else UNSEEN,
        request.dtype_named,
        request.trainable,
        current(m).id,
    )
