"""What TF-GAN hands on: named tuples of tensors, variables, scopes and functions.

Source: tensorflow/contrib/gan/python/namedtuples.py; tensorflow_gan/python/namedtuples.py.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from scopecheck.models.store.variable_scope import close_scope, construct, open_scope
from scopecheck.symbolic.access import get_attribute
from scopecheck.symbolic.stdlib.containers import Record, RecordClass
from scopecheck.symbolic.values import Value

if TYPE_CHECKING:
    from scopecheck.models.world import Scope
    from scopecheck.symbolic.machine import Machine

LIBRARIES = ("tf.contrib.gan", "tensorflow_gan")
NEWER = LIBRARIES[1]

_SHARED = (
    "generator_inputs generated_data generator_variables generator_scope generator_fn real_data "
    "discriminator_real_outputs discriminator_gen_outputs discriminator_variables "
    "discriminator_scope discriminator_fn"
)


def _class(name: str, fields: str, *defaults: Value) -> RecordClass:
    return RecordClass(name, tuple(fields.split()), defaults)


GAN = _class("GANModel", _SHARED)
INFO = _class(
    "InfoGANModel",
    f"{_SHARED} structured_generator_inputs predicted_distributions discriminator_and_aux_fn",
)
AUXILIARY = _class(
    "ACGANModel",
    f"{_SHARED} one_hot_labels discriminator_real_classification_logits "
    "discriminator_gen_classification_logits",
)
CYCLE = _class("CycleGANModel", "model_x2y model_y2x reconstructed_x reconstructed_y")
STAR = _class(
    "StarGANModel",
    "input_data input_data_domain_label generated_data generated_data_domain_target "
    "reconstructed_data discriminator_input_data_source_predication "
    "discriminator_generated_data_source_predication discriminator_input_data_domain_predication "
    "discriminator_generated_data_domain_predication generator_variables generator_scope "
    "generator_fn discriminator_variables discriminator_scope discriminator_fn",
)
LOSS = _class("GANLoss", "generator_loss discriminator_loss")
CYCLE_LOSS = _class("CycleGANLoss", "loss_x2y loss_y2x")
OPS = _class(
    "GANTrainOps", "generator_train_op discriminator_train_op global_step_inc_op train_hooks", ()
)
STEPS = _class("GANTrainSteps", "generator_train_steps discriminator_train_steps")
_CLASSES = (GAN, INFO, AUXILIARY, CYCLE, STAR, LOSS, CYCLE_LOSS, OPS, STEPS)


def is_a(value: Value, cls: RecordClass) -> bool:
    """Whether a value is one of these tuples."""
    return isinstance(value, Record) and value.kind is cls


def changed(record: Record, **fields: Value) -> Record:
    """``_replace``."""
    rows = zip(record.kind.fields, record.values, strict=True)
    return Record(record.kind, tuple(fields.get(name, value) for name, value in rows))


def field(m: Machine, record: Value, name: str) -> Value:
    """A field, also of an object of the program that has it."""
    return get_attribute(m, record, name)


@contextmanager
def in_variable_scope(
    m: Machine, scope: Value, default: Value = None, reuse: Value = None
) -> Iterator[Scope]:
    """``with variable_scope(scope, default, reuse=reuse) as s``."""
    context = construct(
        m, {"name_or_scope": scope, "default_name": default, "values": None, "reuse": reuse}
    )
    opened, token = open_scope(m, context.given, m.site())
    try:
        yield opened
    finally:
        close_scope(m, token)


CONSTANTS: dict[str, Value] = {
    f"{library}.{cls.name}": cls for library in LIBRARIES for cls in _CLASSES
}
