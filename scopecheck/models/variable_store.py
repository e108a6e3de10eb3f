"""``tf.get_variable`` and the store below it: every check in TensorFlow's order.

Source: tensorflow/python/ops/variable_scope.py, ``VariableScope.get_variable``,
``_VariableStore.get_variable`` and ``_VariableStore._get_single_variable``.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from scopecheck.models import naming, partitions
from scopecheck.models.callbacks import call_back
from scopecheck.models.initial import (
    constant_of,
    dtype_is_known_wrong,
    dtype_name,
    is_callable,
)
from scopecheck.models.messages import shape_text, tensor_text
from scopecheck.models.refusal import refuse_argument, state_of, traced_shape
from scopecheck.models.registry import Model, Signature
from scopecheck.models.scope_names import check_name
from scopecheck.models.tensors import UNSEEN, Dims, Tensor, dims_of
from scopecheck.models.variables import (
    GLOBAL,
    LOCAL,
    VariableTensor,
    add_to_collections,
    check_collections,
    collections_of,
    make_variable,
    through_creators,
)
from scopecheck.models.world import EMPTY, ScopeData, current, root_shares, scope_data, update
from scopecheck.symbolic.access import find_attribute, index_of
from scopecheck.symbolic.builtins.types import builtin_type
from scopecheck.symbolic.decisions import needed
from scopecheck.symbolic.iteration import iterate
from scopecheck.symbolic.values import (
    Builtin,
    BuiltinType,
    ClassRef,
    Error,
    Extern,
    Foreign,
    Function,
    Instance,
    ListRef,
    Method,
    Partial,
    Raised,
    Ref,
    Unknown,
    Value,
)
from scopecheck.trace import (
    EagerRequest,
    Refusal,
    Reuse,
    ReuseSource,
    TensorFlowError,
    Variable,
    VariableRequested,
)

if TYPE_CHECKING:
    from scopecheck.symbolic.calls import Arguments
    from scopecheck.symbolic.machine import Machine

SIGNATURE = Signature(
    "name, shape=None, dtype=None, initializer=None, regularizer=None, trainable=None, "
    "collections=None, caching_device=None, partitioner=None, validate_shape=True, "
    "use_resource=None, custom_getter=None, constraint=None, synchronization=None, aggregation=None"
)


@dataclass(slots=True)
class Request:
    """One look-up in the store: what is asked, by whom and in which scope."""

    name: str
    shape: Value
    dtype: Value
    initializer: Value
    scope: ScopeData
    by: str = "get_variable"
    purpose: str = "variable"
    trainable: bool = True
    collections: tuple[str, ...] = (GLOBAL,)
    dims: Dims = UNSEEN
    dtype_named: str | None = None
    validate_shape: bool = True
    partitioner: Value = None
    constraint: Value = None
    regularizer: Value = None
    use_resource: Value = None


def get_variable(m: Machine, a: Arguments) -> Value:
    """``tf.get_variable(name, ...)`` in the scope in force."""
    given = SIGNATURE.bind(m, "get_variable", a)
    return request_variable(m, given, scope_data(m))


def get_local_variable(m: Machine, a: Arguments) -> Value:
    """``tf.get_local_variable``: the same store, never trainable."""
    given = SIGNATURE.bind(m, "get_local_variable", a)
    given["trainable"] = False
    if given["collections"] is None:
        given["collections"] = (LOCAL,)
    return request_variable(m, given, scope_data(m))


def request_variable(
    m: Machine,
    given: dict[str, Value],
    scope: ScopeData,
    by: str = "get_variable",
    purpose: str = "variable",
) -> Value:
    """The scope's part: defaults, the full name, custom getters."""
    if m.world.executing_eagerly:
        scope = _eager_scope(m, given, scope, by)
    initializer, dtype = given.get("initializer"), given.get("dtype")
    if initializer is not None and dtype is not None and is_callable(m, initializer) is False:
        constant, asked = constant_of(m, initializer), dtype_name(m, dtype)
        if constant and constant.dtype and asked and constant.dtype != asked:
            raise refuse_argument(
                m,
                by,
                "ValueError",
                f"Initializer type '<dtype: '{constant.dtype}'>' and explicit dtype "
                f"'<dtype: '{asked}'>' don't match.",
            )
    full = _full_name(m, given["name"], scope, by)
    request = Request(
        full,
        given.get("shape"),
        dtype if dtype is not None else scope.dtype,
        initializer if initializer is not None else scope.initializer,
        scope,
        by,
        purpose,
    )
    trainable = needed(m, given.get("trainable"))
    request.trainable = trainable if isinstance(trainable, bool) else True
    if trainable is None and _on_read(given.get("synchronization")):
        request.trainable = False
    request.collections = collections_of(m, given.get("collections"), GLOBAL)
    request.validate_shape = given.get("validate_shape") is not False
    request.use_resource = given.get("use_resource")
    if request.use_resource is None:
        request.use_resource = scope.use_resource
    partitioner = given.get("partitioner")
    request.partitioner = partitioner if partitioner is not None else scope.partitioner
    request.regularizer = (
        given.get("regularizer") if given.get("regularizer") is not None else scope.regularizer
    )
    constraint = given.get("constraint")
    request.constraint = constraint if constraint is not None else scope.constraint
    getter = given.get("custom_getter")
    if getter is None:
        getter = scope.getter
    if getter is None:
        check_collections(m, given.get("collections"), by)
        return find_or_create(m, request)
    if is_callable(m, getter) is False:
        raise refuse_argument(
            m, by, "ValueError", f"Passed a custom_getter which is not callable: {_show(getter)}"
        )
    return _through_getter(m, request, getter)


def _show(value: Value) -> str:
    return "…" if isinstance(value, (Foreign, Ref)) else str(value)


def _on_read(value: Value) -> bool:
    return isinstance(value, Extern) and value.name.endswith("ON_READ")


def _full_name(m: Machine, name: Value, scope: ScopeData, by: str) -> str:
    value = needed(m, name)
    text = naming.encode(m, value)
    if text is None:
        if isinstance(value, Unknown):
            text = naming.mark_unknown(m, value)
        elif value is None and not scope.name:
            return "Variable"
        else:
            raise refuse_argument(m, by, "TypeError", _concatenation_error(value))
    if scope.name:
        return f"{scope.name}/{text}"
    if text == "" and m.world.tensorflow == "1.15" and m.world.closed:
        raise refuse_argument(m, by, "ValueError", "'' is not a valid node name")
    return text


def _concatenation_error(value: Value) -> str:
    kind = type(value).__name__
    return f'can only concatenate str (not "{kind}") to str'


def _through_getter(m: Machine, request: Request, getter: Value) -> Value:
    """Calls the custom getter; its ``getter`` argument goes straight to the store."""

    def true_getter(m: Machine, a: Arguments) -> Value:
        names = [
            "name",
            "shape",
            "dtype",
            "initializer",
            "regularizer",
            "reuse",
            "trainable",
            "collections",
        ]
        given = dict(zip(names, a.args, strict=False))
        given.update(a.kwargs)
        inner = replace(request)
        name = naming.encode(m, given["name"]) if "name" in given else None
        if name is not None:
            inner.name = name
        for key in ("shape", "dtype", "initializer", "partitioner", "regularizer"):
            if key in given:
                setattr(inner, key, given[key])
        if isinstance(given.get("trainable"), bool):
            inner.trainable = given["trainable"]
        if "collections" in given:
            inner.collections = collections_of(m, given["collections"], GLOBAL)
        if "reuse" in given:
            inner.scope = _with_reuse(m, request.scope, given["reuse"])
        return find_or_create(m, inner)

    from scopecheck.models.variable_scope import AUTO_REUSE

    modes: dict[Reuse, Value] = {Reuse.OFF: False, Reuse.ON: True, Reuse.AUTO: AUTO_REUSE}
    return call_back(
        m,
        request.by,
        getter,
        (),
        getter=Builtin("getter", true_getter),
        name=naming.decode(m, request.name),
        shape=request.shape,
        dtype=request.dtype if request.dtype is not None else _float32(),
        initializer=request.initializer,
        regularizer=request.regularizer,
        reuse=modes.get(request.scope.reuse, m.unknown("reuse", kind="bool")),
        trainable=request.trainable,
        collections=m.new_list(request.collections) if request.collections != (GLOBAL,) else None,
        caching_device=None,
        partitioner=request.partitioner,
        validate_shape=request.validate_shape,
        use_resource=request.use_resource,
        constraint=request.constraint,
        synchronization=Extern("tf.VariableSynchronization.AUTO"),
        aggregation=Extern("tf.VariableAggregation.NONE"),
    )


def _float32() -> Value:
    from scopecheck.models.tensors import DType

    return DType("float32")


def _with_reuse(m: Machine, scope: ScopeData, reuse: Value) -> ScopeData:
    from scopecheck.models.variable_scope import asked_reuse

    asked = asked_reuse(m, reuse) or Reuse.UNKNOWN
    if reuse is None:
        asked = Reuse.AUTO
    if asked is scope.reuse:
        return scope
    return replace(
        scope, reuse=asked, source=ReuseSource("argument", naming.shown(scope.name), m.site())
    )


# -- the store --------------------------------------------------------------------------


def find_or_create(m: Machine, request: Request) -> Value:
    """The store's part: a found variable is checked and shared, a missing one created."""
    graph = current(m)
    store = stored(m)
    if not m.world.executing_eagerly:
        if request.partitioner is not None and not _is_empty_list(m, request.shape):
            return partitions.find_or_create(m, request)
        if request.scope.reuse is Reuse.ON and request.name in graph.partitioned:
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
    _read_dtype(m, request)
    _read_shape(m, request)
    found = store.get(request.name)
    if found is not None:
        return _found(m, request, found)
    unsure = request.purpose == "variable" and _unsure_names(request, store)
    # A slot is named after an operation, and no two operations share a name.
    if unsure and any(naming.may_equal(request.name, key) for key in store):
        m.undecided(naming.shown(request.name), "the name is not fully known")
        return _assumed(m, request)
    if request.scope.reuse is Reuse.ON:
        return _missing(m, request)
    return _create(m, request, callable_)


def stored(m: Machine) -> Any:
    """The variables that the store in force holds, by full name.

    Under eager execution there are none, unless a template or an EagerVariableStore keeps them.
    """
    if not m.world.executing_eagerly:
        return current(m).store
    place = m.world.eager_store
    return EMPTY if place is None else m.heap[place]


def _remember(m: Machine, name: str, variable: VariableTensor) -> None:
    if not m.world.executing_eagerly:
        graph = current(m)
        update(m, graph, store=graph.store.set(name, variable))
    elif m.world.eager_store is not None:
        place = m.world.eager_store
        m.write(place, m.heap[place].set(name, variable))


def _unsure_names(request: Request, store: Any) -> bool:
    if request.scope.reuse is Reuse.OFF:
        return False
    return not naming.is_known(request.name) or any(not naming.is_known(key) for key in store)


def _is_empty_list(m: Machine, shape: Value) -> bool:
    if isinstance(shape, ListRef):
        return not m.contents(shape).items and not m.contents(shape).open
    return False


def _read_dtype(m: Machine, request: Request) -> None:
    value = needed(m, request.dtype)
    if value is None:
        request.dtype_named = "float32"
        return
    if isinstance(value, Unknown):
        request.dtype_named = None
        return
    if dtype_is_known_wrong(m, value):
        if m.world.tensorflow == "1.15":
            message = f"Cannot convert value {value!r} to a TensorFlow DType."
        else:
            message = f"Cannot convert the argument `type_value`: {value!r} to a TensorFlow DType."
        raise refuse(m, request, Refusal.ARGUMENT, message, "TypeError")
    request.dtype_named = dtype_name(m, value)


def _read_shape(m: Machine, request: Request) -> None:
    """The shape as TensorShape reads it.

    Source: tensorflow/python/framework/tensor_shape.py, ``as_shape`` and ``Dimension.__init__``.
    """
    value = needed(m, request.shape)
    if value is None:
        request.dims = None
        return
    if isinstance(value, Unknown):
        request.dims = UNSEEN
        return
    if isinstance(value, str):
        raise _refuse_shape(m, request, "TypeError", *_text_shape(value))
    held = iterate(m, value) if isinstance(value, (tuple, ListRef)) else None
    for one in held.items if held else (value,):
        one = needed(m, one)
        wrong = _wrong_size(m, one if isinstance(one, (float, Tensor)) else index_of(m, one))
        if wrong is not None:
            raise _refuse_shape(m, request, *wrong)
    request.dims = dims_of(m, value)


def _refuse_shape(m: Machine, request: Request, type_name: str, old: str, new: str) -> Raised:
    """A shape that can't be read: TensorFlow 1.15's words or TensorFlow 2's."""
    message = old if m.world.tensorflow == "1.15" else new
    return refuse(m, request, Refusal.ARGUMENT, message, type_name)


def _text_shape(value: str) -> tuple[str, str]:
    return (
        f"A string has ambiguous TensorShape, please wrap in a list or convert to an int: {value}",
        f"Failed to convert '{value!r}' to a shape: '{value!r}'could not be converted to a "
        "dimension. A shape should either be single dimension (e.g. 10), or an iterable of "
        "dimensions (e.g. [1, 10, None]).",
    )


def _wrong_size(m: Machine, size: Value) -> tuple[str, str, str] | None:
    """Why a value is no dimension: the exception's type, and the words of both versions."""
    if isinstance(size, int) and not isinstance(size, bool) and size < 0:
        return ("ValueError", *(f"Dimension {size} must be >= 0",) * 2)
    if isinstance(size, float):
        if m.world.tensorflow == "1.15":
            return None if size.is_integer() else ("ValueError", f"Ambiguous dimension: {size}", "")
        return ("TypeError", "", _no_index(repr(size), "float"))
    if isinstance(size, str):
        if m.world.tensorflow == "1.15":
            return None if size.isdigit() else ("ValueError", _no_int(size), "")
        return ("TypeError", "", _no_index(repr(size), "str"))
    if isinstance(size, Tensor) and not m.world.executing_eagerly and not _is_plain_size(size):
        old = "int() argument must be a string, a bytes-like object or a number, not 'Tensor'"
        return ("TypeError", old, _no_index("<tf.Tensor '…", "…SymbolicTensor"))
    return None


def _is_plain_size(size: Tensor) -> bool:
    return isinstance(size, VariableTensor)


def _no_int(text: str) -> str:
    return f"invalid literal for int() with base 10: {text!r}"


def _no_index(value: str, kind: str) -> str:
    return (
        f"Dimension value must be integer or None or have an __index__ method, got value '{value}' "
        f"with type '<class '{kind}'>'"
    )


def _found(m: Machine, request: Request, found: VariableTensor) -> Value:
    reuse = request.scope.reuse
    if reuse is Reuse.OFF:
        if m.taint > 1 or _outer_reuse_possible(m, found):
            m.undecided(naming.shown(request.name), "an unresolved call may have changed the graph")
            return found
        raise refuse(
            m,
            request,
            Refusal.EXISTS,
            f"Variable {naming.shown(request.name)} already exists, disallowed. Did you mean to "
            "set "
            "reuse=True or reuse=tf.AUTO_REUSE in VarScope?"
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
            "and "
            f"found dtype {found.dtype}{ref}.",
            variable=found.record,
        )
    _emit(m, request, "shared", found.record)
    return found


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


def incompatible(one: Dims, other: Dims) -> bool:
    """Whether two static shapes certainly differ."""
    if not isinstance(one, tuple) or not isinstance(other, tuple):
        return False
    if len(one) != len(other):
        return True
    return any(
        isinstance(a, int) and isinstance(b, int) and a != b
        for a, b in zip(one, other, strict=True)
    )


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
    raise refuse(
        m,
        request,
        Refusal.MISSING,
        f"Variable {naming.shown(request.name)} does not exist, or was not created with "
        "tf.get_variable(). Did you mean to set reuse=tf.AUTO_REUSE in VarScope?",
        plain=plain.record if plain is not None else None,
    )


def _is_own(own: frozenset[str], request: Request, slot: bool) -> bool:
    """Whether the entry itself made variables in the scope that now reuses."""
    source = request.scope.source
    if source is None:
        return False
    name = request.scope.name
    return bool(own) and (slot or name in own or source.scope in own)


def _assumed(m: Machine, request: Request) -> VariableTensor:
    """A variable that somebody else may have made: it is shared, nothing is concluded."""
    record = Variable(
        naming.shown(request.name) + ":0",
        naming.shown(request.name),
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


def _create(m: Machine, request: Request, callable_: bool | None) -> Value:
    """A new variable, through the creators in force; then it is in the store.

    Source: tensorflow/python/ops/variable_scope.py, ``_get_single_variable``.
    """
    if callable_ is not False:
        _check_initializer(m, request)
    initial = Builtin("initial_value", lambda m, a: m.unknown("a value"), request.name)
    given: dict[str, Value] = {
        "initial_value": request.initializer if callable_ is False else initial,
        "trainable": request.trainable,
        "collections": m.new_list(request.collections),
        "name": naming.decode(m, request.name),
        "dtype": _dtype_value(request),
    }

    def make(m: Machine, given: dict[str, Value]) -> Value:
        return _make(m, request, given, callable_)

    made = through_creators(m, given, make)
    if not isinstance(made, VariableTensor):
        m.undecided(naming.shown(request.name), "a variable creator made something else")
        return made
    _note_own(m, request)
    _remember(m, request.name, made)
    _emit(m, request, "created", made.record)
    if request.regularizer is not None:
        _regularize(m, request, made)
    return made


def _note_own(m: Machine, request: Request) -> None:
    """The scopes in which this entry made a variable while reuse was off."""
    if request.scope.reuse is Reuse.OFF and request.scope.name:
        parts = request.scope.name.split("/")
        made = {"/".join(parts[: i + 1]) for i in range(len(parts))}
        update(m, own=current(m).own | made)


def _make(m: Machine, request: Request, given: dict[str, Value], callable_: bool | None) -> Value:
    """The variable operation: its name is taken first, then the initial value is made."""
    name = request.name if given["name"] is None else naming.encode(m, given["name"])
    op = _operation_name(m, request, request.name if name is None else name)
    stack = current(m).stack
    if not m.world.executing_eagerly:
        update(m, stack=f"{op}/Initializer")
    try:
        dims, dtype = _initial(m, request, callable_)
    finally:
        update(m, stack=stack)
    trainable = given["trainable"] if isinstance(given["trainable"], bool) else request.trainable
    made_by = request.by if request.purpose == "variable" else "slot"
    collections = collections_of(m, given["collections"], GLOBAL)
    return make_variable(
        m, op, request.name, dims, dtype, trainable, made_by, collections, request.use_resource
    )


def _operation_name(m: Machine, request: Request, name: str) -> str:
    if name.endswith("/"):
        return name[:-1]
    if m.world.executing_eagerly:
        return name or "Variable"
    if not name:
        resource = request.use_resource is True or m.world.resource
        return naming.unique_name(m, "VarHandleOp" if resource else "VariableV2", root=True)
    check_name(m, name, request.by, nested=False)
    return naming.unique_name(m, name, root=True)


def _regularize(m: Machine, request: Request, variable: VariableTensor) -> None:
    """The loss of a new variable, in a name scope of its own and in its collection."""
    stack = current(m).stack
    update(m, stack=f"{request.name}/Regularizer")
    try:
        loss = call_back(m, request.by, request.regularizer, (variable,))
    finally:
        update(m, stack=stack)
    if loss is not None and not m.world.executing_eagerly:
        add_to_collections(m, ("regularization_losses",), loss)


def _check_initializer(m: Machine, request: Request) -> None:
    """A callable needs the whole shape, unless it takes no arguments."""
    initializer, dims, dtype = request.initializer, request.dims, request.dtype_named
    if initializer is None:
        if dtype is not None and dtype in ("complex64", "complex128", "resource", "variant"):
            raise refuse(
                m,
                request,
                Refusal.ARGUMENT,
                f"An initializer for variable {naming.shown(request.name)} of <dtype: '{dtype}'> "
                "is required",
            )
        if dims is None or _partly(dims):
            raise _shapeless(m, request, given=request.shape is not None)
        return
    if dims is not None and not _partly(dims):
        return
    if isinstance(initializer, (Unknown, Partial, Builtin)) or _is_elsewhere(initializer):
        return
    if not isinstance(initializer, Function) or not _takes_nothing(initializer):
        raise _shapeless(m, request, given=True)


def _is_elsewhere(initializer: Value) -> bool:
    """A function or class that is neither the program's nor TensorFlow's."""
    if isinstance(initializer, Extern):
        return not initializer.name.startswith(("tf.", "tensorflow."))
    return isinstance(initializer, BuiltinType)


def _takes_nothing(function: Function) -> bool:
    parameters = function.code.parameters
    return len(parameters.positional) <= len(function.defaults) and len(
        function.kw_defaults
    ) == len(parameters.keyword_only)


def _initial(m: Machine, request: Request, callable_: bool | None) -> tuple[Dims, str | None]:
    """The shape and dtype a new variable gets from its arguments and its initializer."""
    initializer, dims, dtype = request.initializer, request.dims, request.dtype_named
    if initializer is None:
        return dims, dtype
    if callable_ is False:
        return _constant(m, request)
    if dims is None or _partly(dims):
        if not isinstance(initializer, (Function, Partial)):
            return UNSEEN, dtype
        constant = constant_of(m, call_back(m, request.by, initializer))
        return (constant.dims, constant.dtype) if constant else (UNSEEN, dtype)
    if isinstance(initializer, (Function, Method, Partial, Instance, ClassRef)):
        return _called(m, request)
    return dims, dtype


def _constant(m: Machine, request: Request) -> tuple[Dims, str | None]:
    value = needed(m, request.initializer)
    constant = constant_of(m, value)
    if constant is None:
        return UNSEEN, None
    if constant.dims is not None and not _partly(constant.dims):
        return constant.dims, constant.dtype
    if request.validate_shape and isinstance(value, Tensor) and not m.world.executing_eagerly:
        message = f"initial_value must have a shape specified: {tensor_text(m, value)}"
        raise refuse(m, request, Refusal.SHAPE_UNDEFINED, message)
    return None, constant.dtype


def _partly(dims: Dims) -> bool:
    return isinstance(dims, tuple) and any(d is None for d in dims)


def _called(m: Machine, request: Request) -> tuple[Dims, str | None]:
    """A function of the program as initializer, called with the shape.

    1.15 also passes partition_info, which a function may not take; the result's shape wins.
    """
    function = request.initializer
    if isinstance(function, ClassRef):
        function = m.call(function)
    sizes = m.new_list(request.dims if isinstance(request.dims, tuple) else ())
    kwargs: dict[str, Value] = {"dtype": _dtype_value(request)}
    if m.world.tensorflow == "1.15" or _takes(m, function, "partition_info"):
        kwargs["partition_info"] = None
    constant = constant_of(m, call_back(m, request.by, function, (sizes,), **kwargs))
    if constant is None or constant.dims is UNSEEN:
        return request.dims, request.dtype_named
    if m.world.tensorflow != "1.15" and incompatible(constant.dims, request.dims):
        raise refuse(m, request, Refusal.ARGUMENT, _contradiction(m, request, constant.dims))
    return constant.dims, constant.dtype or request.dtype_named


def _contradiction(m: Machine, request: Request, made: Dims) -> str:
    """An initializer whose result has another shape than was asked for."""
    asked = request.dims
    if m.world.resource or request.use_resource is True:
        return (
            f"The initial value's shape ({shape_text(m, made)}) is not compatible with the "
            "explicitly "
            f"supplied `shape` argument ({list(asked) if isinstance(asked, tuple) else '…'})."
        )
    if not isinstance(made, tuple) or not isinstance(asked, tuple) or len(made) != len(asked):
        ranks = [str(len(one)) if isinstance(one, tuple) else "…" for one in (asked, made)]
        return f"Shapes must be equal rank, but are {ranks[0]} and {ranks[1]}…"
    at = next(i for i, pair in enumerate(zip(asked, made, strict=True)) if pair[0] != pair[1])
    return (
        f"Dimension {at} in both shapes must be equal, but are {asked[at]} and {made[at]}. "
        f"Shapes are [{_commas(asked)}] and [{_commas(made)}].…"
    )


def _commas(dims: tuple[Any, ...]) -> str:
    return ",".join(str(size) if isinstance(size, int) else "?" for size in dims)


def _dtype_value(request: Request) -> Value:
    from scopecheck.models.tensors import DType

    return DType(request.dtype_named) if request.dtype_named else request.dtype


def _takes(m: Machine, function: Value, name: str) -> bool:
    if isinstance(function, Instance):
        function = find_attribute(m, function, "__call__")
    while isinstance(function, (Method, Partial)):
        function = function.function
    return isinstance(function, Function) and name in function.code.parameters.positional


def _shapeless(m: Machine, request: Request, given: bool) -> Raised:
    if m.world.tensorflow == "1.15" or given:
        message = (
            "The initializer passed is not valid. It should be a callable with no arguments and "
            "the "
            "shape should not be provided or an instance of `tf.keras.initializers.*' and `shape` "
            "should be fully defined."
        )
    else:
        message = (
            f"Variable {naming.shown(request.name)} did not get an initializer, so its `shape` "
            "argument must be specified."
        )
    return refuse(m, request, Refusal.SHAPE_UNDEFINED, message)


# -- events -----------------------------------------------------------------------------


def _emit(m: Machine, request: Request, outcome: str, variable: Variable) -> None:
    m.emit(_event(m, request, outcome, variable))


def _event(
    m: Machine, request: Request, outcome: str, variable: Variable | None
) -> VariableRequested:
    return VariableRequested(
        m.site(),
        m.path(),
        naming.shown(request.name),
        outcome,
        request.by,
        state_of(request.scope),
        traced_shape(request.dims),
        request.dtype_named,
        request.purpose,
        variable,
        name_scopes=current(m).name_scopes,
    )


def refuse(
    m: Machine,
    request: Request,
    refusal: Refusal,
    message: str,
    type_name: str = "ValueError",
    variable: Variable | None = None,
    plain: Variable | None = None,
) -> Raised:
    """The event and the exception of a refused request."""
    event = replace(
        _event(m, request, "refused", variable),
        refusal=refusal,
        error=TensorFlowError(type_name, message),
        plain=plain,
        certain=m.world.closed or m.open_entry == "callable" or refusal is not Refusal.EXISTS,
    )
    m.emit(event)
    return Raised(Error(builtin_type(type_name), (message,), event))


def _eager_scope(m: Machine, given: dict[str, Value], scope: ScopeData, by: str) -> ScopeData:
    """Eager execution: reuse is neither asked for nor refused; a store of its own may share."""
    root_shares(m)
    name = _full_name(m, given["name"], scope, by)
    names = m.world.eager_names
    if m.world.eager_store is None:
        m.emit(EagerRequest(m.site(), m.path(), naming.shown(name), names.get(name)))
        m.world = replace(m.world, eager_names=names.set(name, names.get(name, m.site())))
    reuse = Reuse.OFF if m.world.eager_store is None else Reuse.AUTO
    return replace(scope, reuse=reuse)


MODELS: dict[str, Model] = {
    "tf.get_variable": get_variable,
    "tf.get_local_variable": get_local_variable,
}
