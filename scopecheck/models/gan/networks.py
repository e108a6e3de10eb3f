"""TF-GAN's models: a generator and a discriminator, each in its scope, called on what they see.

Source: tensorflow/contrib/gan/python/train.py; tensorflow_gan/python/train.py. The newer
``gan_model`` shares what the scopes already hold.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from scopecheck.models import naming
from scopecheck.models.callbacks import call_back
from scopecheck.models.gan.tuples import (
    AUXILIARY,
    CYCLE,
    GAN,
    INFO,
    LIBRARIES,
    NEWER,
    STAR,
    field,
    in_variable_scope,
)
from scopecheck.models.messages import shape_text
from scopecheck.models.ops.arguments import shape_of
from scopecheck.models.refusal import refuse_argument
from scopecheck.models.registry import Model, Signature
from scopecheck.models.store.reuse_modes import AUTO_REUSE
from scopecheck.models.store.scope_names import under
from scopecheck.models.tensors import operation
from scopecheck.symbolic.access import get_attribute
from scopecheck.symbolic.calls import Arguments
from scopecheck.symbolic.decisions import needed
from scopecheck.symbolic.iteration import iterate
from scopecheck.symbolic.stdlib.containers import Record
from scopecheck.symbolic.subscripts import get_item
from scopecheck.symbolic.values import Builtin, DictRef, ListRef, Table, Value

if TYPE_CHECKING:
    from scopecheck.models.world import Scope
    from scopecheck.symbolic.machine import Machine

_SCOPES = "generator_scope=Generator, discriminator_scope=Discriminator"
_GAN = Signature(
    f"generator_fn, discriminator_fn, real_data, generator_inputs, {_SCOPES}, check_shapes=True"
)
_INFO = Signature(
    "generator_fn, discriminator_fn, real_data, unstructured_generator_inputs, "
    f"structured_generator_inputs, {_SCOPES}"
)
_AUXILIARY = Signature(
    "generator_fn, discriminator_fn, real_data, generator_inputs, one_hot_labels, "
    f"{_SCOPES}, check_shapes=True"
)
_CYCLE = Signature(
    f"generator_fn, discriminator_fn, data_x, data_y, {_SCOPES}, model_x2y_scope=ModelX2Y, "
    "model_y2x_scope=ModelY2X, check_shapes=True"
)
_STAR = Signature(f"generator_fn, discriminator_fn, input_data, input_data_domain_label, {_SCOPES}")
Given = dict[str, Value]


def tensor_of(m: Machine, value: Value) -> Value:
    """``convert_to_tensor``, also of what a list or a dict holds."""
    value = needed(m, value)
    if isinstance(value, (tuple, ListRef)):
        held = iterate(m, value)
        items = held.items if held is not None else ()
        return m.new_list([tensor_of(m, one) for one in items], held is None or held.open)
    if isinstance(value, DictRef):
        table = m.contents(value)
        named = table.items if isinstance(table, Table) else {}
        return m.new_dict({key: tensor_of(m, one) for key, one in named.items()})
    return m.library.call(m, "tf.convert_to_tensor", Arguments((value,)))


def trained_in(m: Machine, scope: Scope) -> Value:
    """The trainable variables of a scope."""
    name = get_attribute(m, scope, "name")
    return m.library.call(m, "tf.trainable_variables", Arguments((name,)))


def gan_model(newer: bool) -> Model:
    """``gan_model``."""

    def run(m: Machine, a: Arguments) -> Value:
        g = _GAN.bind(m, "gan_model", a)
        reuse: Value = AUTO_REUSE if newer else None
        with in_variable_scope(m, g["generator_scope"], None, reuse) as of_generator:
            inputs = tensor_of(m, g["generator_inputs"])
            made = call_back(m, "gan_model", g["generator_fn"], (inputs,))
        judge = g["discriminator_fn"]
        with in_variable_scope(m, g["discriminator_scope"], None, reuse) as of_judge:
            fake = call_back(m, "gan_model", judge, (made, inputs))
        with in_variable_scope(m, of_judge, None, True):
            real = tensor_of(m, g["real_data"])
            seen = call_back(m, "gan_model", judge, (real, inputs))
        _check_shapes(m, g, made, real)
        return Record(GAN, _shared(m, g, inputs, made, of_generator, (real, seen, fake), of_judge))

    return run


def _shared(
    m: Machine,
    g: Given,
    inputs: Value,
    made: Value,
    of_generator: Scope,
    judged: tuple[Value, Value, Value],
    of_judge: Scope,
) -> tuple[Value, ...]:
    """The fields that most models have; judged: real data, the opinions of it and of the fake."""
    variables = trained_in(m, of_generator)
    others = trained_in(m, of_judge)
    return (
        *(inputs, made, variables, of_generator, g["generator_fn"], *judged),
        *(others, of_judge, g["discriminator_fn"]),
    )


def _check_shapes(m: Machine, g: Given, made: Value, real: Value) -> None:
    if g.get("check_shapes", True) is not True:
        return
    shapes = shape_of(m, made), shape_of(m, real)
    one, other = shapes
    if not isinstance(one, tuple) or not isinstance(other, tuple):
        return
    pairs = zip(one, other, strict=False)
    differ = any(isinstance(x, int) and isinstance(y, int) and x != y for x, y in pairs)
    if differ or len(one) != len(other):
        first, second = (shape_text(m, dims) for dims in shapes)
        message = (
            f"Generator output shape ({first}) must be the same shape as real data ({second})."
        )
        raise refuse_argument(m, "gan_model", "ValueError", message)


def _info(m: Machine, a: Arguments) -> Value:
    """``infogan_model``: the discriminator also gives what it takes the noise to be."""
    g = _INFO.bind(m, "infogan_model", a)
    judge = g["discriminator_fn"]
    with in_variable_scope(m, g["generator_scope"]) as of_generator:
        first = tensor_of(m, g["unstructured_generator_inputs"])
        structured = tensor_of(m, g["structured_generator_inputs"])
        inputs = m.new_list((*_items(m, first), *_items(m, structured)))
        made = call_back(m, "infogan_model", g["generator_fn"], (inputs,))
    with in_variable_scope(m, g["discriminator_scope"]) as of_judge:
        fake, predicted = _both(m, call_back(m, "infogan_model", judge, (made, inputs)))
    with in_variable_scope(m, of_judge, None, True):
        real = tensor_of(m, g["real_data"])
        seen, _ = _both(m, call_back(m, "infogan_model", judge, (real, inputs)))
    _check_shapes(m, g, made, real)
    shared = _shared(m, g, inputs, made, of_generator, (real, seen, fake), of_judge)
    alone = Builtin("discriminator_fn", lambda m, a: _both(m, m.call(judge, a.args))[0])
    return Record(INFO, (*shared[:-1], alone, structured, predicted, judge))


def _items(m: Machine, value: Value) -> tuple[Value, ...]:
    held = iterate(m, value) if isinstance(value, (tuple, ListRef)) else None
    return held.items if held is not None else (value,)


def _both(m: Machine, value: Value) -> tuple[Value, Value]:
    return get_item(m, value, 0), get_item(m, value, 1)


def _auxiliary(m: Machine, a: Arguments) -> Value:
    """``acgan_model``: the discriminator also gives a class."""
    g = _AUXILIARY.bind(m, "acgan_model", a)
    judge = g["discriminator_fn"]

    def judged(scope: Scope, name: str, data: Value) -> tuple[Value, Value]:
        within = naming.encode(m, get_attribute(m, scope, "name")) or ""
        with under(m, f"{within}/{name}/"):
            return _both(m, call_back(m, "acgan_model", judge, (data, inputs)))

    with in_variable_scope(m, g["generator_scope"]) as of_generator:
        inputs = tensor_of(m, g["generator_inputs"])
        made = call_back(m, "acgan_model", g["generator_fn"], (inputs,))
    with in_variable_scope(m, g["discriminator_scope"]) as of_judge:
        fake, classes = judged(of_judge, "generated", made)
    with in_variable_scope(m, of_judge, None, True):
        real = tensor_of(m, g["real_data"])
        seen, others = judged(of_judge, "real", real)
    _check_shapes(m, g, made, real)
    shared = _shared(m, g, inputs, made, of_generator, (real, seen, fake), of_judge)
    return Record(AUXILIARY, (*shared, g["one_hot_labels"], others, classes))


def _cycle(newer: bool) -> Model:
    """``cyclegan_model``: two models, and each generator on what the other one made."""
    inner = gan_model(newer)

    def run(m: Machine, a: Arguments) -> Value:
        g = _CYCLE.bind(m, "cyclegan_model", a)
        functions = (g["generator_fn"], g["discriminator_fn"])
        more = {name: g[name] for name in _GAN.names[4:]}

        def partial(scope: str, data: Value, target: Value) -> Value:
            with in_variable_scope(m, g[scope]):
                return inner(m, Arguments((*functions, target, data), dict(more)))

        one = partial("model_x2y_scope", g["data_x"], g["data_y"])
        other = partial("model_y2x_scope", g["data_y"], g["data_x"])
        with in_variable_scope(m, field(m, other, "generator_scope"), None, True):
            back = m.call(functions[0], (field(m, one, "generated_data"),))
        with in_variable_scope(m, field(m, one, "generator_scope"), None, True):
            again = m.call(functions[0], (field(m, other, "generated_data"),))
        return Record(CYCLE, (one, other, back, again))

    return run


def _star(m: Machine, a: Arguments) -> Value:
    """``stargan_model``: from one domain into another and back."""
    g = _STAR.bind(m, "stargan_model", a)
    data = _joined(m, tensor_of(m, g["input_data"]))
    label = _joined(m, tensor_of(m, g["input_data_domain_label"]))
    generator, judge = g["generator_fn"], g["discriminator_fn"]
    domains = get_item(m, get_attribute(m, label, "shape"), 1)
    with in_variable_scope(m, g["generator_scope"]) as of_generator:
        target = operation(m, "OneHot", (), shape_of(m, label), "float32")
        made = call_back(m, "stargan_model", generator, (data, target))
    with in_variable_scope(m, of_generator, None, True):
        back = m.call(generator, (made, label))
    with in_variable_scope(m, g["discriminator_scope"]) as of_judge:
        fake = _both(m, call_back(m, "stargan_model", judge, (made, domains)))
    with in_variable_scope(m, of_judge, None, True):
        real = _both(m, m.call(judge, (data, domains)))
    opinions = (real[0], fake[0], real[1], fake[1])
    of = trained_in(m, of_generator), of_generator, generator
    own = trained_in(m, of_judge), of_judge, judge
    return Record(STAR, (data, label, made, target, back, *opinions, *of, *own))


def _joined(m: Machine, value: Value) -> Value:
    if not isinstance(value, ListRef):
        return value
    return m.library.call(m, "tf.concat", Arguments((value, 0)))


MODELS: dict[str, Model] = {}
for _library in LIBRARIES:
    _functions: dict[str, Callable[[Machine, Arguments], Value]] = {
        "gan_model": gan_model(_library == NEWER),
        "infogan_model": _info,
        "acgan_model": _auxiliary,
        "cyclegan_model": _cycle(_library == NEWER),
        "stargan_model": _star,
    }
    MODELS.update({f"{_library}.{name}": model for name, model in _functions.items()})
