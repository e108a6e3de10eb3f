"""Where a layer's input has its channels, by its ``data_format``.

Source: tensorflow/python/keras/utils/conv_utils.py, tensorflow/contrib/layers/python/layers.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from scopecheck.models.tensors import UNSEEN, Dim, Dims
from scopecheck.symbolic.decisions import needed
from scopecheck.symbolic.values import Unknown, Value

if TYPE_CHECKING:
    from scopecheck.symbolic.machine import Machine

_FIRST = ("channels_first", "NCHW", "NCDHW", "NCW")


def channels_first(m: Machine, given: Value) -> bool | None:
    """Whether the channels come before the rest; None where the format isn't known."""
    value = needed(m, given)
    return None if isinstance(value, Unknown) else value in _FIRST


def channels_of(dims: Dims, first: bool | None) -> Dim:
    """The number of channels, as far as their place is known."""
    if not isinstance(dims, tuple) or len(dims) < 1 + (first is not False):
        return UNSEEN
    if first is None and dims[1] != dims[-1]:
        return UNSEEN
    return dims[1] if first else dims[-1]


def as_core_layers_say(m: Machine, given: Value) -> Value:
    """A format of ``tf.contrib.layers`` in the words of ``tf.layers``."""
    first = channels_first(m, given)
    if first is None:
        return given
    return "channels_first" if first else "channels_last"
