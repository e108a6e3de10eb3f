"""What the layers of ``tf.contrib.layers`` share: scope, weights, normalizer, activation.

Source: tensorflow/contrib/layers/python/layers/layers.py, ``model_variable`` and
``_build_variable_getter``.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from scopecheck.models import naming
from scopecheck.models.callbacks import activate
from scopecheck.models.graph_collections import GLOBAL, add_to_collections
from scopecheck.models.layers.functions import as_tensor, regularize
from scopecheck.models.layers.plans import Weight
from scopecheck.models.named_functions import uninterpreted
from scopecheck.models.refusal import refuse_argument
from scopecheck.models.store.get_variable import request_variable
from scopecheck.models.store.initial import Initializer
from scopecheck.models.store.variable_scope import close_scope, construct, open_scope
from scopecheck.models.store.variable_store import stored
from scopecheck.models.switches import is_given, trains
from scopecheck.models.tensors import UNSEEN, Dim, Tensor, sizes_list
from scopecheck.models.world import current, scope_data
from scopecheck.symbolic.calls import Arguments, call_value
from scopecheck.symbolic.decisions import needed
from scopecheck.symbolic.iteration import iterate
from scopecheck.symbolic.values import DictRef, ListRef, Unknown, Value

if TYPE_CHECKING:
    from collections.abc import Callable

    from scopecheck.symbolic.machine import Machine

MODEL_VARIABLES = "model_variables"


def add_weight(
    m: Machine,
    by: str,
    name: str,
    dims: tuple[Dim, ...],
    dtype: Value,
    trainable: Value = True,
    initializer: Value = None,
    regularizer: Value = None,
    layer: dict[str, Value] | None = None,
    core: str = "",
) -> Value:
    """A model variable of a layer, in the scope in force.

    layer: what the layer was given. core: the name that the layer of ``tf.layers`` behind this
    one has for the variable, which names its loss; '' where ``get_variable`` makes it.
    """
    given: dict[str, Value] = {
        "name": name,
        "shape": sizes_list(m, dims),
        "dtype": dtype,
        "initializer": initializer if initializer is not None else Initializer("xavier"),
        "regularizer": None if core else regularizer,
        "trainable": trains(m, trainable),
        "collections": (GLOBAL, MODEL_VARIABLES),
    }
    before = len(stored(m))
    made = request_variable(m, given, scope_data(m), by)
    if core and len(stored(m)) > before:
        regularize(m, by, regularizer, made, core)
    if layer is not None:
        _join_collections(m, layer.get("variables_collections"), name, made)
    return made


def _join_collections(m: Machine, asked: Value, name: str, made: Value) -> None:
    """A variable joins the collections of a layer, all alike or those of its name, once.

    Source: tensorflow/contrib/layers/python/layers/layers.py, ``_add_variable_to_collections``.
    """
    asked = needed(m, asked)
    if isinstance(asked, DictRef):
        kind = "weights" if name.endswith("_weights") else name
        asked = needed(m, m.contents(asked).items.get(kind))
    if asked is None or m.world.executing_eagerly:
        return
    held = iterate(m, asked) if not isinstance(asked, str) else None
    for one in held.items if held is not None else ():
        there = current(m).collections
        if isinstance(one, str) and made not in there.get(one, ()):
            add_to_collections(m, (one,), made)


def in_scope(
    m: Machine,
    scope: Value,
    default: str,
    reuse: Value,
    body: Callable[[], Value],
    named: bool = True,
) -> Value:
    """``with variable_scope(scope, default, [inputs], reuse=reuse)``.

    named: whether a name scope is opened too.
    """
    given = {"name_or_scope": scope, "default_name": default, "values": None, "reuse": reuse}
    context = construct(m, {**given, "auxiliary_name_scope": named})
    _, token = open_scope(m, context.given, m.site())
    try:
        return body()
    finally:
        close_scope(m, token)


def finish(
    m: Machine, g: dict[str, Value], output: Tensor, dims: tuple[Dim, ...], by: str, dtype: Value
) -> Value:
    """Normalizer, biases, activation: what follows the product."""
    normalizer = needed(m, g.get("normalizer_fn"))
    result: Value = output
    if is_given(m, normalizer):
        params = g.get("normalizer_params")
        table = m.contents(params) if isinstance(params, DictRef) else None
        kwargs = {k: v for k, v in table.items.items() if isinstance(k, str)} if table else {}
        result = call_value(m, normalizer, Arguments((result,), kwargs))
    return collected(m, g, activated(m, g.get("activation_fn"), result, output))


def collected(m: Machine, g: dict[str, Value], output: Value, alias: str | None = None) -> Value:
    """A layer's output, in the collections it asks for, by the alias of its scope.

    Source: tensorflow/contrib/layers/python/layers/utils.py, ``collect_named_outputs``.
    """
    given = needed(m, g.get("outputs_collections"))
    held = iterate(m, given) if isinstance(given, (tuple, ListRef)) else None
    names = held.items if held is not None else (given,)
    shown = naming.decode(m, scope_data(m).name if alias is None else alias)
    for name in names:
        if isinstance(name, str) and not m.world.executing_eagerly:
            add_to_collections(m, (name,), output)
            add_to_collections(m, (aliases_of(name),), (shown, output))
    return output


def aliases_of(collection: str) -> str:
    """The collection in which the outputs of a collection stand with their aliases."""
    return f"<aliases of {collection}>"


def activated(m: Machine, function: Value, result: Value, like: Tensor | None = None) -> Value:
    """What the activation makes of a layer's result; one of TensorFlow's keeps the shape."""
    by = "tf.contrib.layers"
    unseen = isinstance(function, Unknown)
    result = m.call(function, (result,)) if unseen else activate(m, by, function, result)
    if like is not None and isinstance(result, Tensor) and result.shape is UNSEEN:
        result = Tensor(m.identity(), "Activation", (result,), like.shape, like.dtype)
    return result


def has_bias(m: Machine, g: dict[str, Value]) -> bool:
    """Whether a layer adds biases: only where nothing normalizes, and unless told otherwise."""
    normalizes = is_given(m, g.get("normalizer_fn"))
    return not normalizes and is_given(m, g.get("biases_initializer", True))


def weights_and_biases(
    m: Machine, by: str, g: dict[str, Value], weight: Weight, width: Dim
) -> list[Value]:
    """``weights``, then ``biases`` where the layer has them."""
    for name in ("weights_regularizer", "biases_regularizer"):
        given = needed(m, g.get(name))
        if isinstance(given, (int, float)):
            raise refuse_argument(m, by, *uninterpreted(m, "regularizer", given))
    made = [
        add_weight(
            m,
            by,
            "weights",
            weight.dims,
            weight.dtype,
            g["trainable"],
            given_initializer(g, "weights_initializer"),
            g.get("weights_regularizer"),
            g,
            "kernel",
        )
    ]
    if has_bias(m, g):
        made.append(
            add_weight(
                m,
                by,
                "biases",
                (width,),
                weight.dtype,
                g["trainable"],
                given_initializer(g, "biases_initializer"),
                g.get("biases_regularizer"),
                g,
                "bias",
            )
        )
    return made


def as_input(m: Machine, value: Value) -> Tensor:
    """A layer's input as a tensor."""
    if needed(m, value) is None:
        raise m.fail("ValueError", "None values not supported.")
    return value if isinstance(value, Tensor) else as_tensor(m, value)


def given_initializer(g: dict[str, Value], name: str) -> Value:
    """An initializer that was given; None for a layer's own default."""
    value = g.get(name)
    return None if isinstance(value, str) else value
