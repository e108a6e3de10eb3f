"""``tf.contrib.framework``: its variables, and lists of them by scope and by the name's end.

Source: tensorflow/contrib/framework/python/ops/variables.py.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from scopecheck.models import naming
from scopecheck.models.graph_collections import (
    GLOBAL,
    LOCAL,
    TRAINABLE,
    add_to_collections,
    get_collection,
)
from scopecheck.models.registry import Model, Signature
from scopecheck.models.slim.arg_scope import scoped
from scopecheck.models.store.get_variable import request_variable
from scopecheck.models.store.variables import tf_variable
from scopecheck.models.tensors import DType, Tensor
from scopecheck.models.training.global_step import MODELS as STEPS
from scopecheck.models.world import Scope, scope_data
from scopecheck.symbolic.calls import Arguments
from scopecheck.symbolic.decisions import needed
from scopecheck.symbolic.iteration import iterate
from scopecheck.symbolic.text import concatenate
from scopecheck.symbolic.values import Value

if TYPE_CHECKING:
    from scopecheck.symbolic.machine import Machine

_MODEL = "model_variables"


def _variables(m: Machine, scope: Value, suffix: Value, collection: Value) -> Value:
    """``get_variables``: the collection, by a pattern of scope and suffix."""
    scope, suffix = needed(m, scope), needed(m, suffix)
    if isinstance(scope, Scope):
        scope = naming.decode(m, m.heap[scope.id].name)
    if suffix is not None:
        if not isinstance(suffix, str):
            return m.new_list((), True)
        end = suffix if ":" in suffix else f"{suffix}:"
        scope = concatenate((scope or "", ".*", end))
    return get_collection(m, Arguments((collection, scope)))


def _listing(function: str, arguments: str, collection: str = GLOBAL) -> Model:
    signature = Signature(arguments)

    def run(m: Machine, a: Arguments) -> Value:
        g = signature.bind(m, function, a)
        return _variables(m, g.get("scope"), g.get("suffix"), g.get("collection") or collection)

    return run


_BY_NAME = Signature("given_name, scope=None")


def _by_name(m: Machine, a: Arguments) -> Value:
    g = _BY_NAME.bind(m, "get_variables_by_name", a)
    name = needed(m, g["given_name"])
    if not isinstance(name, str):
        return m.new_list((), True)
    return _variables(m, g["scope"], f"/{name}:|^{name}:", GLOBAL)


_RESTORE = Signature("include=None, exclude=None")


def _to_restore(m: Machine, a: Arguments) -> Value:
    """``get_variables_to_restore``: those of the included scopes less those of the excluded."""
    g = _RESTORE.bind(m, "get_variables_to_restore", a)
    included, open = _of_scopes(m, g["include"], (None,))
    excluded, unseen = _of_scopes(m, g["exclude"], ())
    kept = [one for one in included if one not in excluded]
    return m.new_list(() if unseen else kept, open or unseen)


def _of_scopes(m: Machine, scopes: Value, default: tuple[Value, ...]) -> tuple[list[Value], bool]:
    scopes = needed(m, scopes)
    held = iterate(m, scopes) if scopes is not None else None
    if scopes is not None and (held is None or held.open):
        return [], True
    found: list[Value] = []
    open = False
    for scope in default if held is None else held.items:
        part = m.contents(_variables(m, scope, None, GLOBAL))
        found.extend(part.items)
        open = open or part.open
    return found, open


def _add_model_variable(m: Machine, a: Arguments) -> Value:
    if a.args and isinstance(a.args[0], Tensor):
        add_to_collections(m, (_MODEL,), a.args[0])
    return None


_REQUEST = Signature(
    "name, shape=None, dtype=None, initializer=None, regularizer=None, trainable=True, "
    "collections=None, caching_device=None, device=None, partitioner=None, custom_getter=None, "
    "use_resource=None, synchronization=None, aggregation=None"
)


def _requested(function: str, *always: str) -> Model:
    """``variable`` and ``model_variable``: get_variable with collections.

    always: collections that the variable goes to whatever is asked; a string is a list of its
    letters.
    """

    def run(m: Machine, a: Arguments) -> Value:
        given = _REQUEST.bind(m, function, a)
        if always and len(a.args) < 3 and "dtype" not in a.kwargs and not a.open:
            given["dtype"] = DType("float32")  # whatever the scope's is
        asked = needed(m, given["collections"])
        held = iterate(m, asked) if asked is not None else None
        names = held.items if held else () if always else (GLOBAL,)
        given["collections"] = m.new_list(tuple(dict.fromkeys((*names, *always))))
        return request_variable(m, given, scope_data(m), f"tf.contrib.framework.{function}")

    return scoped(function, run)


_PLAIN = Signature("initial_value, validate_shape=True, name=None, use_resource=None")


def _plain(function: str, collection: str) -> Model:
    """``local_variable`` and ``global_variable``: tf.Variable, not trained."""

    def run(m: Machine, a: Arguments) -> Value:
        given = _PLAIN.bind(m, function, a)
        kwargs = {**given, "trainable": False, "collections": m.new_list((collection,))}
        return tf_variable(m, Arguments((), kwargs))

    return run


_FUNCTIONS: dict[str, Model] = {
    "get_variables": _listing("get_variables", f"scope=None, suffix=None, collection={GLOBAL}"),
    "get_model_variables": _listing("get_model_variables", "scope=None, suffix=None", _MODEL),
    "get_local_variables": _listing("get_local_variables", "scope=None, suffix=None", LOCAL),
    "get_trainable_variables": _listing(
        "get_trainable_variables", "scope=None, suffix=None", TRAINABLE
    ),
    "get_variables_by_suffix": _listing("get_variables_by_suffix", "suffix, scope=None"),
    "get_variables_by_name": _by_name,
    "get_variables_to_restore": _to_restore,
    "variable": _requested("variable"),
    "model_variable": _requested("model_variable", GLOBAL, _MODEL),
    "local_variable": _plain("local_variable", LOCAL),
    "global_variable": _plain("global_variable", GLOBAL),
    "assert_global_step": STEPS["tf.train.assert_global_step"],
    "add_model_variable": _add_model_variable,
    "create_global_step": STEPS["tf.train.create_global_step"],
    "get_global_step": STEPS["tf.train.get_global_step"],
    "get_or_create_global_step": STEPS["tf.train.get_or_create_global_step"],
}


def registered(functions: dict[str, Model]) -> dict[str, Model]:
    """Functions of contrib.framework under all their names."""
    prefixes = ("tf.contrib.framework", "tf.contrib.slim", "tf_slim")
    return {f"{p}.{name}": model for name, model in functions.items() for p in prefixes}


MODELS: dict[str, Model] = registered(_FUNCTIONS)
