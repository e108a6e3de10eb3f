"""TF-GAN's losses: what each is computed from.

Source: tensorflow/contrib/gan/python/losses/python/{losses_impl,tuple_losses_impl}.py and
train.py, ``gan_loss``, ``cyclegan_loss``, ``stargan_loss``; the same in tensorflow_gan.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from scopecheck.models.callbacks import call_back
from scopecheck.models.gan.networks import tensor_of
from scopecheck.models.gan.tuples import (
    AUXILIARY,
    CYCLE,
    CYCLE_LOSS,
    INFO,
    LIBRARIES,
    LOSS,
    NEWER,
    changed,
    field,
    in_variable_scope,
    is_a,
)
from scopecheck.models.ops.arguments import shape_of, tensor_inputs
from scopecheck.models.refusal import refuse_argument
from scopecheck.models.registry import Model, Signature
from scopecheck.models.store.reuse_modes import AUTO_REUSE
from scopecheck.models.store.scope_names import under
from scopecheck.models.tensors import Tensor, operation
from scopecheck.symbolic.access import get_attribute
from scopecheck.symbolic.calls import Arguments
from scopecheck.symbolic.decisions import needed
from scopecheck.symbolic.iteration import iterate
from scopecheck.symbolic.stdlib.containers import Record
from scopecheck.symbolic.stdlib.inspecting import parameter_names
from scopecheck.symbolic.subscripts import get_item
from scopecheck.symbolic.values import Extern, Unknown, Value

if TYPE_CHECKING:
    from scopecheck.symbolic.machine import Machine

_WEIGHTS = (
    "gradient_penalty_weight=None, gradient_penalty_epsilon=1e-10, gradient_penalty_target=1.0, "
    "gradient_penalty_one_sided=False, mutual_information_penalty_weight=None, "
    "aux_cond_generator_weight=None, aux_cond_discriminator_weight=None, tensor_pool_fn=None"
)
_LEAD = "model, generator_loss_fn=None, discriminator_loss_fn=None"
_OLDER = Signature(f"{_LEAD}, {_WEIGHTS}, add_summaries=True")
_NEWER = Signature(f"{_LEAD}, {_WEIGHTS}, reduction=None, add_summaries=True")
_FAKE, _REAL = "discriminator_gen_outputs", "discriminator_real_outputs"
_BOTH = (_REAL, _FAKE)
_READS: dict[str, tuple[str, ...]] = {
    **{
        f"{name}_generator_loss": (_FAKE,)
        for name in ("wasserstein", "wasserstein_hinge", "minimax", "modified", "least_squares")
    },
    **{
        f"{name}_discriminator_loss": _BOTH
        for name in ("wasserstein", "wasserstein_hinge", "minimax", "modified", "least_squares")
    },
    "relativistic_generator_loss": _BOTH,
    "relativistic_discriminator_loss": _BOTH,
    "acgan_generator_loss": ("discriminator_gen_classification_logits", "one_hot_labels"),
    "acgan_discriminator_loss": (
        "discriminator_real_classification_logits",
        "discriminator_gen_classification_logits",
        "one_hot_labels",
    ),
}


def _loss(m: Machine, inputs: Iterable[Value]) -> Tensor:
    return operation(m, "Loss", tensor_inputs(m, *inputs), (), "float32")


def _added(m: Machine, *losses: Value) -> Value:
    return _loss(m, losses)


def _of_fields(names: tuple[str, ...]) -> Model:
    """A loss of some of a model's tensors."""

    def run(m: Machine, a: Arguments) -> Value:
        model = needed(m, a.get(0, "gan_model"))
        return _loss(m, [field(m, model, name) for name in names])

    return run


def _of_tensors(m: Machine, a: Arguments) -> Value:
    """The same of tensors that are given one by one."""
    return _loss(m, a.every())


# -- losses that call the networks once more --------------------------------------------


def gradient_penalty(m: Machine, a: Arguments) -> Value:
    """``wasserstein_gradient_penalty`` of a model: the discriminator between real and made."""
    model = needed(m, a.get(0, "gan_model"))
    names = ("real_data", "generated_data", "generator_inputs")
    real, made, inputs = (field(m, model, name) for name in names)
    scope, judge = field(m, model, "discriminator_scope"), field(m, model, "discriminator_fn")
    return _penalty(m, (real, made, inputs), judge, scope)


def _penalty(m: Machine, data: tuple[Value, ...], judge: Value, scope: Value) -> Value:
    real, made = (tensor_of(m, one) for one in data[:2])
    with under(m, "wasserstein_gradient_penalty"):
        between = operation(m, "Add", tensor_inputs(m, real, made), shape_of(m, made), "float32")
        with under(m, ""), in_variable_scope(m, scope, "gpenalty_dscope", AUTO_REUSE):
            seen = call_back(m, "wasserstein_gradient_penalty", judge, (between, *data[2:]))
        seen = get_item(m, seen, 0) if isinstance(seen, tuple) else seen
        return _loss(m, (seen, between))


_PENALTY = Signature(
    "real_data, generated_data, generator_inputs, discriminator_fn, discriminator_scope, "
    "epsilon=None, target=1.0, one_sided=False, weights=1.0, scope=None, loss_collection=None, "
    "reduction=None, add_summaries=False"
)


def _penalty_of_tensors(m: Machine, a: Arguments) -> Value:
    g = _PENALTY.bind(m, "wasserstein_gradient_penalty", a)
    data = (g["real_data"], g["generated_data"], g["generator_inputs"])
    return _penalty(m, data, g["discriminator_fn"], g["discriminator_scope"])


def mutual_information(m: Machine, a: Arguments) -> Value:
    """``mutual_information_penalty``: how well the structured noise was recognized."""
    model = needed(m, a.get(0, "gan_model"))
    names = ("structured_generator_inputs", "predicted_distributions")
    noises, guesses = (iterate(m, field(m, model, name)) for name in names)
    found: list[Value] = []
    for noise, guess in zip(
        noises.items if noises else (), guesses.items if guesses else (), strict=False
    ):
        log = get_attribute(m, guess, "log_prob")
        found.append(m.call(log, (noise,)))
    return _loss(m, found)


# -- losses of a model ------------------------------------------------------------------


def _function(given: Value, library: str, default: str) -> Value:
    return given if given is not None else Extern(f"{library}.losses.{default}")


def loss_by(m: Machine, function: Value, model: Value, newer: bool, **given: Value) -> Value:
    """A loss function's answer; the newer library gives a function only what it takes."""
    names = parameter_names(function)
    if newer and names is not None:
        given = {name: one for name, one in given.items() if name in names}
    return call_back(m, "gan_loss", function, (model,), **given)


def gan_loss(library: str) -> Model:
    """``gan_loss``: both losses, with what is added to them."""
    newer = library == NEWER
    signature = _NEWER if newer else _OLDER

    def run(m: Machine, a: Arguments) -> Value:
        g = signature.bind(m, "gan_loss", a)
        model = needed(m, g["model"])
        if isinstance(model, Unknown):
            m.undecided("gan_loss", "which model it is given is not known", 1)
            return m.unknown("losses", not_none=True)
        _check(m, g, model)
        pooled = _pooled(m, model, g["tensor_pool_fn"])
        told = {name: g[name] for name in ("reduction", "add_summaries") if name in g}
        of = _function(g["generator_loss_fn"], library, "wasserstein_generator_loss")
        made = [loss_by(m, of, model, newer, **told)]
        of = _function(g["discriminator_loss_fn"], library, "wasserstein_discriminator_loss")
        judged = [loss_by(m, of, pooled, newer, **told)]
        if _is_used(m, g["gradient_penalty_weight"]):
            judged.append(gradient_penalty(m, Arguments((pooled,))))
        if _is_used(m, g["mutual_information_penalty_weight"]):
            known = mutual_information(m, Arguments((model,)))
            made.append(known)
            judged.append(known if pooled is model else mutual_information(m, Arguments((pooled,))))
        for weight, name, losses, one in (
            ("aux_cond_generator_weight", "acgan_generator_loss", made, model),
            ("aux_cond_discriminator_weight", "acgan_discriminator_loss", judged, pooled),
        ):
            if _is_used(m, g[weight]):
                losses.append(_of_fields(_READS[name])(m, Arguments((one,))))
        made.append(_regularization(m, field(m, model, "generator_scope")))
        judged.append(_regularization(m, field(m, model, "discriminator_scope")))
        return Record(LOSS, (_added(m, *made), _added(m, *judged)))

    return run


def _is_used(m: Machine, weight: Value) -> bool:
    weight = needed(m, weight)
    if weight is None or isinstance(weight, Tensor):
        return weight is not None
    return weight > 0 if isinstance(weight, (int, float)) else m.truth(weight)


def _check(m: Machine, g: dict[str, Value], model: Value) -> None:
    if not isinstance(model, Record):
        return
    for names, cls, words in (
        (
            ("mutual_information_penalty_weight",),
            INFO,
            "When `mutual_information_penalty_weight` is provided, `model` must be an "
            "`InfoGANModel`. Instead, was …",
        ),
        (
            ("aux_cond_generator_weight", "aux_cond_discriminator_weight"),
            AUXILIARY,
            "When `aux_cond_generator_weight` or `aux_cond_discriminator_weight` is provided, "
            "`model` must be an `ACGANModel`. Instead, was …",
        ),
    ):
        if not is_a(model, cls) and any(_is_used(m, g[name]) for name in names):
            raise refuse_argument(m, "gan_loss", "ValueError", words)


def _regularization(m: Machine, scope: Value) -> Value:
    """The losses of a scope's regularizers."""
    name = get_attribute(m, scope, "name") if scope is not None else None
    if name is None:
        return 0
    return m.library.call(m, "tf.losses.get_regularization_loss", Arguments((name,)))


def _pooled(m: Machine, model: Value, pool: Value) -> Value:
    """The model whose discriminator sees what was generated earlier."""
    if needed(m, pool) is None or not isinstance(model, Record):
        return model
    names = ["generator_inputs", "generated_data"]
    names += ["structured_generator_inputs"] if is_a(model, INFO) else []
    given = tuple(field(m, model, name) for name in names)
    held = iterate(m, call_back(m, "gan_loss", pool, (given,)))
    if held is None or held.open or len(held.items) != len(names):
        m.undecided("gan_loss", "what the pool of tensors gives is not known", 1)
        return model
    judge = "discriminator_and_aux_fn" if is_a(model, INFO) else "discriminator_fn"
    with in_variable_scope(m, field(m, model, "discriminator_scope"), None, True):
        seen = m.call(field(m, model, judge), (held.items[1], held.items[0]))
    fields = dict(zip(names, held.items, strict=True))
    if is_a(model, INFO):
        fields["predicted_distributions"] = get_item(m, seen, 1)
    elif is_a(model, AUXILIARY):
        fields["discriminator_gen_classification_logits"] = get_item(m, seen, 1)
    else:
        return changed(model, **fields, **{_FAKE: seen})
    return changed(model, **fields, **{_FAKE: get_item(m, seen, 0)})


# -- of two models, and of StarGAN ------------------------------------------------------


def _consistency(m: Machine, a: Arguments) -> Value:
    """``cycle_consistency_loss``: what came back against what went in."""
    model = needed(m, a.get(0, "cyclegan_model"))
    inner = [field(m, model, name) for name in ("model_x2y", "model_y2x")]
    went = [field(m, one, "generator_inputs") for one in inner]
    came = [field(m, model, name) for name in ("reconstructed_x", "reconstructed_y")]
    return _loss(m, (*went, *came))


def cycle_loss(library: str) -> Model:
    """``cyclegan_loss``: the losses of both models, with the cycle's added to the generators'."""
    names = ("generator_loss_fn", "discriminator_loss_fn")
    inner = gan_loss(library)

    def run(m: Machine, a: Arguments) -> Value:
        order = ("model", *names, "cycle_consistency_loss_fn", "cycle_consistency_loss_weight")
        given = {**dict(zip(order, a.args, strict=False)), **a.kwargs}
        model = needed(m, given.pop("model", None))
        if not is_a(model, CYCLE):
            message = "`model` must be a `CycleGANModel`. Instead, was …"
            raise refuse_argument(m, "cyclegan_loss", "ValueError", message)
        function = given.pop("cycle_consistency_loss_fn", None)
        given.pop("cycle_consistency_loss_weight", None)
        given.setdefault("add_summaries", True)
        for name in names:
            kind = name.removesuffix("_loss_fn")
            given.setdefault(name, Extern(f"{library}.losses.least_squares_{kind}_loss"))
        of = _function(function, library, "cycle_consistency_loss")
        more = m.call(of, (model,), add_summaries=given["add_summaries"])
        made = []
        for way in ("x2y", "y2x"):
            with under(m, f"cyclegan_loss_{way}"):
                both = inner(m, Arguments((field(m, model, f"model_{way}"),), dict(given)))
                whole = _added(m, field(m, both, "generator_loss"), more)
                made.append(Record(LOSS, (whole, field(m, both, "discriminator_loss"))))
        return Record(CYCLE_LOSS, tuple(made))

    return run


_STAR = Signature(
    f"{_LEAD}, gradient_penalty_weight=10.0, gradient_penalty_epsilon=1e-10, "
    "gradient_penalty_target=1.0, gradient_penalty_one_sided=False, reconstruction_loss_fn=None, "
    "reconstruction_loss_weight=10.0, classification_loss_fn=None, "
    "classification_loss_weight=1.0, classification_one_hot=True, add_summaries=True"
)


def _star_loss(m: Machine, a: Arguments) -> Value:
    """``stargan_loss``: opinions, classes, what came back, and the gradient's penalty."""
    g = _STAR.bind(m, "stargan_loss", a)
    model = needed(m, g["model"])

    def of(*names: str) -> tuple[Value, ...]:
        return tuple(field(m, model, name) for name in names)

    kept = "discriminator_{}_data_{}_predication"
    fake = of(kept.format("generated", "source"), kept.format("generated", "domain"))
    real = of(kept.format("input", "source"), kept.format("input", "domain"))
    judged: tuple[Value, ...] = (*real, fake[0])
    if _is_used(m, g["gradient_penalty_weight"]):
        data = of("input_data", "generated_data")
        number = get_item(m, get_attribute(m, of("input_data_domain_label")[0], "shape"), 1)
        judge, scope = of("discriminator_fn", "discriminator_scope")
        judged = (*judged, _penalty(m, (*data, number), judge, scope))
    made = (*fake, *of("reconstructed_data", "input_data"))
    return Record(LOSS, (_loss(m, made), _loss(m, judged)))


_COMBINE = Signature(
    "gan_loss, gan_model, non_adversarial_loss, weight_factor=None, gradient_ratio=None, "
    "gradient_ratio_epsilon=1e-06, scalar_summaries=True, gradient_summaries=True"
)


def _combine(m: Machine, a: Arguments) -> Value:
    """``combine_adversarial_loss``: the generator's loss with another one."""
    g = _COMBINE.bind(m, "combine_adversarial_loss", a)
    both = needed(m, g["gan_loss"])
    if not isinstance(both, Record):
        return m.unknown("losses", not_none=True)
    whole = _added(m, field(m, both, "generator_loss"), g["non_adversarial_loss"])
    return changed(both, generator_loss=whole)


MODELS: dict[str, Model] = {}
for _library in LIBRARIES:
    MODELS[f"{_library}.gan_loss"] = gan_loss(_library)
    MODELS[f"{_library}.cyclegan_loss"] = cycle_loss(_library)
    MODELS[f"{_library}.stargan_loss"] = _star_loss
    _losses = f"{_library}.losses"
    for _name, _fields in _READS.items():
        MODELS[f"{_losses}.{_name}"] = _of_fields(_fields)
        MODELS[f"{_losses}.wargs.{_name}"] = _of_tensors
    MODELS[f"{_losses}.wasserstein_gradient_penalty"] = gradient_penalty
    MODELS[f"{_losses}.wargs.wasserstein_gradient_penalty"] = _penalty_of_tensors
    MODELS[f"{_losses}.mutual_information_penalty"] = mutual_information
    MODELS[f"{_losses}.cycle_consistency_loss"] = _consistency
    MODELS[f"{_losses}.wargs.cycle_consistency_loss"] = _of_tensors
    MODELS[f"{_losses}.combine_adversarial_loss"] = _combine
    MODELS[f"{_losses}.wargs.combine_adversarial_loss"] = _of_tensors
