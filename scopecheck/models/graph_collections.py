"""The graph's collections: what is added to them, and what their readers get.

Source: tensorflow/python/framework/ops.py, ``Graph.get_collection``; ops/variables.py.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from scopecheck.models import naming
from scopecheck.models.before_one import refused
from scopecheck.models.refusal import refuse_argument
from scopecheck.models.registry import Model, Signature
from scopecheck.models.tensors import Tensor
from scopecheck.models.world import Graph, current, update
from scopecheck.symbolic.calls import Arguments
from scopecheck.symbolic.decisions import needed
from scopecheck.symbolic.values import Items, Text, Unknown, Value
from scopecheck.trace import CollectionRead

if TYPE_CHECKING:
    from scopecheck.symbolic.machine import Machine

GLOBAL = "variables"
LOCAL = "local_variables"
TRAINABLE = "trainable_variables"
STEP = "global_step"


def add_to_collections(m: Machine, names: tuple[str, ...], value: Value) -> None:
    """Adds to collections of the default graph, each once."""
    graph = current(m)
    held = graph.collections
    for name in names:
        held = held.set(name, (*held.get(name, ()), value))
    update(m, graph, collections=held)


def check_collections(m: Machine, value: Value, function: str) -> None:
    """A string is no list of collections."""
    value = needed(m, value)
    if isinstance(value, (str, Text)):
        shown = naming.shown(naming.encode(m, value) or "")
        message = (
            "collections argument to Variable constructor must be a list, tuple, or set. "
            f"Got {shown} of type <class 'str'>"
        )
        raise refuse_argument(m, function, "ValueError", message)


def collections_of(m: Machine, value: Value, default: str) -> tuple[str, ...]:
    """The collections given, or the default one; TRAINABLE is added by the maker."""
    from scopecheck.symbolic.iteration import iterate

    value = needed(m, value)
    if value is None or isinstance(value, Unknown):
        return (default,)
    held = iterate(m, value)
    names = [one for one in (held.items if held else ()) if isinstance(one, str)]
    return (
        tuple(name for name in names if name != TRAINABLE)
        if names
        else (default,)
        if held is None
        else ()
    )


def get_collection(m: Machine, a: Arguments) -> Value:
    """``tf.get_collection(key, scope)``; the scope is a regular expression (``re.match``).

    Source: tensorflow/python/framework/ops.py, ``Graph.get_collection``.
    """
    given = _COLLECTION.bind(m, "get_collection", a)
    key = needed(m, given["key"])
    if not isinstance(key, str):
        return m.new_list((), True)
    return _filtered(m, current(m), (key,), given["scope"])


_COLLECTION = Signature("key, scope=None")


def _filtered(m: Machine, graph: Graph, keys: tuple[str, ...], scope: Value) -> Value:
    items = [item for key in keys for item in graph.collections.get(key, ())]
    pattern = naming.encode(m, scope) if scope is not None else None
    open = scope is not None and (pattern is None or not naming.is_known(pattern))
    open = open or m.taint > 0 or graph.unfollowed
    open = open or (graph.imported and not {GLOBAL, LOCAL, TRAINABLE}.issuperset(keys))
    if pattern:
        try:
            matcher = re.compile(pattern)
        except re.error:
            open, items = True, []
        matches = [_matches(item, pattern, matcher) for item in items]
        open = open or None in matches
        items = [item for item, found in zip(items, matches, strict=True) if found]
    lacking = pattern if not items and not open and PLAIN.fullmatch(pattern or "") else None
    asked = scope is not None
    for key in keys:
        m.emit(CollectionRead(m.site(), m.path(), key, graph.id, (), lacking or None, asked))
    return m.new_list(items, open)


PLAIN = re.compile(r"[\w/\-]*")
"""A pattern that matches itself alone, as scopes do."""


def _matches(item: Value, pattern: str, matcher: re.Pattern[str]) -> bool | None:
    """Whether what is in a collection has a name that a pattern matches; None if nobody knows."""
    if not isinstance(item, Tensor):
        return None
    if item.name is not None:
        return matcher.match(f"{item.name}:0") is not None
    within = item.within
    if within is None or not naming.is_known(within) or PLAIN.fullmatch(pattern) is None:
        return None
    return within.startswith(pattern) or (None if pattern.startswith(within) else False)


def listing(*keys: str) -> Model:
    """``tf.trainable_variables(scope)`` and the like."""

    def run(m: Machine, a: Arguments) -> Value:
        scope = a.args[0] if a.args else a.kwargs.get("scope")
        if m.world.before_one and a.args:
            message = f"{keys[0]}() takes no arguments ({len(a.args)} given)"
            raise refused(m, keys[0], "TypeError", message)
        if m.world.executing_eagerly:
            return m.new_list()
        return _filtered(m, current(m), keys, scope)

    return run


def _add_to_collection(m: Machine, a: Arguments) -> Value:
    """To one collection, or to those of a list: ``tf.add_to_collections``."""
    from scopecheck.symbolic.iteration import iterate

    names = needed(m, a.args[0] if a.args else a.kwargs.get("name", a.kwargs.get("names")))
    value = a.args[1] if len(a.args) > 1 else a.kwargs.get("value")
    held = Items((names,)) if isinstance(names, str) else iterate(m, names)
    known = (one for one in held.items if isinstance(one, str)) if held else ()
    add_to_collections(m, tuple(known), value)
    return None


MODELS: dict[str, Model] = {
    "tf.get_collection": get_collection,
    "tf.get_collection_ref": get_collection,
    "tf.add_to_collection": _add_to_collection,
    "tf.add_to_collections": _add_to_collection,
    "tf.global_variables": listing(GLOBAL),
    "tf.all_variables": listing(GLOBAL),
    "tf.local_variables": listing(LOCAL),
    "tf.trainable_variables": listing(TRAINABLE),
    "tf.model_variables": listing("model_variables"),
    "tf.losses.get_regularization_losses": listing("regularization_losses"),
    "tf.losses.get_losses": listing("losses"),
    "tf.moving_average_variables": listing("moving_average_variables"),
}

CONSTANTS: dict[str, Any] = {
    "tf.GraphKeys.GLOBAL_VARIABLES": GLOBAL,
    "tf.GraphKeys.VARIABLES": GLOBAL,
    "tf.GraphKeys.LOCAL_VARIABLES": LOCAL,
    "tf.GraphKeys.TRAINABLE_VARIABLES": TRAINABLE,
    "tf.GraphKeys.MODEL_VARIABLES": "model_variables",
    "tf.GraphKeys.MOVING_AVERAGE_VARIABLES": "moving_average_variables",
    "tf.GraphKeys.UPDATE_OPS": "update_ops",
    "tf.GraphKeys.REGULARIZATION_LOSSES": "regularization_losses",
    "tf.GraphKeys.LOSSES": "losses",
    "tf.GraphKeys.SUMMARIES": "summaries",
    "tf.GraphKeys.GLOBAL_STEP": "global_step",
    "tf.GraphKeys.WEIGHTS": "weights",
    "tf.GraphKeys.BIASES": "biases",
    "tf.GraphKeys.ACTIVATIONS": "activations",
}
