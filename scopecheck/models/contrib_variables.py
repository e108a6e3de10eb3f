"""``tf.contrib.framework``: lists of variables, filtered by scope and by the end of the name.

Source: tensorflow/contrib/framework/python/ops/variables.py.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from scopecheck.models import naming
from scopecheck.models.global_step import MODELS as STEPS
from scopecheck.models.registry import Model, Signature
from scopecheck.models.tensors import Tensor
from scopecheck.models.variables import (
    GLOBAL,
    LOCAL,
    TRAINABLE,
    add_to_collections,
    get_collection,
)
from scopecheck.models.world import Scope
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
    "add_model_variable": _add_model_variable,
    "create_global_step": STEPS["tf.train.create_global_step"],
    "get_global_step": STEPS["tf.train.get_global_step"],
    "get_or_create_global_step": STEPS["tf.train.get_or_create_global_step"],
}
MODELS: dict[str, Model] = {
    f"{prefix}.{name}": model
    for name, model in _FUNCTIONS.items()
    for prefix in ("tf.contrib.framework", "tf.contrib.slim", "tf_slim")
}
