"""``tf.get_variable``: the scope's part, before the store is asked.

Source: tensorflow/python/ops/variable_scope.py, ``VariableScope.get_variable``.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from scopecheck.models import naming
from scopecheck.models.graph_collections import GLOBAL, LOCAL, check_collections, collections_of
from scopecheck.models.messages import type_text
from scopecheck.models.refusal import refuse_argument
from scopecheck.models.registry import Model, Signature
from scopecheck.models.store.custom_getter import call_custom_getter
from scopecheck.models.store.initial import (
    constant_of,
    dtype_is_known_wrong,
    dtype_name,
    is_callable,
)
from scopecheck.models.store.requests import Request
from scopecheck.models.store.variable_store import find_or_create
from scopecheck.models.store.variables import on_read
from scopecheck.models.switches import holds, trains
from scopecheck.models.tensors import DType
from scopecheck.models.world import ScopeData, root_shares, scope_data, within
from scopecheck.symbolic.decisions import needed
from scopecheck.symbolic.values import Extern, Foreign, Ref, Unknown, Value
from scopecheck.trace import EagerRequest, Reuse

if TYPE_CHECKING:
    from scopecheck.symbolic.calls import Arguments
    from scopecheck.symbolic.machine import Machine

SIGNATURE = Signature(
    "name, shape=None, dtype=None, initializer=None, regularizer=None, trainable=None, "
    "collections=None, caching_device=None, partitioner=None, validate_shape=True, "
    "use_resource=None, custom_getter=None, constraint=None, synchronization=None, aggregation=None"
)


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
    _check_constant(m, given.get("initializer"), given.get("dtype"), by)
    full = _full_name(m, given["name"], scope, by)
    request = _with_defaults(m, full, given, scope, by, purpose)
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
    with within(m, ""):  # under name_scope(None)
        return call_custom_getter(m, request, getter)


def _check_constant(m: Machine, initializer: Value, dtype: Value, by: str) -> None:
    """A constant as initializer has the dtype that is asked for."""
    if initializer is not None and dtype is not None and is_callable(m, initializer) is False:
        constant, asked = constant_of(m, initializer), dtype_name(m, dtype)
        if asked is None and not dtype_is_known_wrong(m, dtype):
            return
        if constant and constant.dtype and constant.dtype != asked:
            raise refuse_argument(
                m,
                by,
                "ValueError",
                f"Initializer type '<dtype: '{constant.dtype}'>' and explicit dtype "
                f"'{_dtype_text(m, dtype)}' don't match.",
            )


def _dtype_text(m: Machine, dtype: Value) -> str:
    """A dtype as the program gave it."""
    value = needed(m, dtype)
    shown = type_text(m, value)
    if shown is not None:
        return shown
    if isinstance(value, (int, float)):
        return str(value)
    return f"<dtype: '{value.name}'>" if isinstance(value, DType) else "…"


def _with_defaults(
    m: Machine, full: str, given: dict[str, Value], scope: ScopeData, by: str, purpose: str
) -> Request:
    """The request: what is given, else what the scope has."""

    def pick(name: str, held: Value) -> Value:
        value = given.get(name)
        return held if value is None else value

    request = Request(
        full,
        given.get("shape"),
        pick("dtype", scope.dtype),
        pick("initializer", scope.initializer),
        scope,
        by,
        purpose,
    )
    trainable = needed(m, given.get("trainable"))
    request.trainable = trains(m, trainable)
    if trainable is None and on_read(given.get("synchronization")):
        request.trainable = False
    request.collections = collections_of(m, given.get("collections"), GLOBAL)
    request.validate_shape = holds(m, given.get("validate_shape", True))
    request.use_resource = pick("use_resource", scope.use_resource)
    request.partitioner = pick("partitioner", scope.partitioner)
    request.regularizer = pick("regularizer", scope.regularizer)
    request.constraint = pick("constraint", scope.constraint)
    return request


def _show(value: Value) -> str:
    return "…" if isinstance(value, (Foreign, Ref)) else str(value)


def _full_name(m: Machine, name: Value, scope: ScopeData, by: str) -> str:
    value = needed(m, name)
    text = naming.encode(m, value)
    if text is None:
        if isinstance(value, Unknown):
            text = naming.mark_unknown(m, value)
        elif value is None and not scope.name:
            return "Variable"
        elif (value is None and m.left_out) or isinstance(value, Extern):
            text = naming.mark_of(m, value)
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
