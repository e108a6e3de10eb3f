"""What ``from module import *`` brings from outside the program, as far as it is modelled."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from scopecheck.models.keras.kinds import MERGING, WEIGHTED, WEIGHTLESS, WRAPPERS
from scopecheck.models.names import canonical
from scopecheck.models.numpy import functions as numpy
from scopecheck.symbolic import stdlib

_KERAS = {
    "tf.keras.layers": WEIGHTED | WEIGHTLESS | WRAPPERS | MERGING | {"Input", "Layer"},
    "tf.keras.models": frozenset(
        "Model Sequential clone_model load_model model_from_json model_from_yaml".split()
    ),
    "tf.keras.optimizers": frozenset(
        "SGD RMSprop Adagrad Adadelta Adam AdamW Adamax Nadam Ftrl".split()
    ),
    "tf.keras.callbacks": frozenset(
        "Callback CSVLogger EarlyStopping History LambdaCallback LearningRateScheduler "
        "ModelCheckpoint ReduceLROnPlateau TensorBoard TerminateOnNaN".split()
    ),
    "tf.keras.regularizers": frozenset("l1 l2 l1_l2 L1 L2 L1L2 Regularizer".split()),
    "tf.keras.utils": frozenset("to_categorical plot_model Sequence get_file normalize".split()),
}


def exported(modelled: Collection[str], module: str) -> Iterator[str]:
    """The names without an underscore in front that a module is known to have.

    modelled: the canonical names of TensorFlow's modelled functions and constants.
    """
    prefix = f"{canonical(module)}."
    known = (modelled, numpy.FUNCTIONS, numpy.CONSTANTS, stdlib.names())
    found = set(_KERAS.get(prefix[:-1], ()))
    for names in known:
        found |= {name[len(prefix) :] for name in names if name.startswith(prefix)}
    yield from sorted(name for name in found if "." not in name and name[0] != "_")
