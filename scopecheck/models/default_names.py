"""Names that operations have by default: which one isn't known, but what it can't hold is."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from scopecheck.symbolic.values import Unknown

if TYPE_CHECKING:
    from scopecheck.models.tensors import Tensor
    from scopecheck.symbolic.machine import Machine


DEFAULT_WORDS = frozenset(
    "value loss_value weighted_loss num_present batch_norm batchnorm moments fusedbatchnorm read "
    "assign assignmovingavg optimizer gradients_grad save restore initializer regularizer cond "
    "switch merge while enter exit nextiteration loopcond iterator queue enqueue dequeue shuffle "
    "beta_power tensorarray strided_slice shape_as_tensor zeros_like ones_like randomuniform "
    "randomstandardnormal truncatednormal control_dependency group_deps identity readvariableop "
    "partitionedcall pyfunc sparse dense_to_ragged broadcast expanddims dropout bernoulli "
    "crossentropy xent clip_by_norm global_norm huber hinge absolute_difference cosine".split()
)
"""Words of default names that are no function's."""


def word_of(name: str) -> str:
    """A name in lower case, without the number by which it was made unique."""
    return name.lower().rstrip("0123456789").rstrip("_")


def operation_words(functions: Iterable[str]) -> Iterator[str]:
    """What operations are called, in lower case. functions: the canonical names modelled.

    Classes give their operations other names, but for layers and optimizers; data sets have
    kernels of their own.
    """
    yield from DEFAULT_WORDS
    for name in functions:
        last = name.rsplit(".", 1)[-1]
        makes = last.islower() or "layers." in name or last.endswith("Optimizer")
        if makes and not name.startswith("tf.data."):
            yield last.lower()


class DefaultName(Unknown):
    """The end of an operation's name that TensorFlow chose, after the function or kernel."""

    __slots__ = ("words",)

    def __init__(self, tensor: Tensor, words: frozenset[str]) -> None:
        super().__init__(("name", tensor.key), "a name", kind="str")
        self.words = words

    def may_hold(self, item: str) -> bool:
        """Whether a text may be a part of it: of a word, or of one with its number."""
        word = word_of(item)
        return not word or any(word in known for known in self.words)


def default_name(m: Machine, tensor: Tensor) -> DefaultName:
    """The part of a tensor's name that isn't known."""
    return DefaultName(tensor, m.library.operation_words())  # type: ignore[attr-defined]
