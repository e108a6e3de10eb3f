"""``tf.contrib.layers``: the data formats that each kind of layer takes.

Source: tensorflow/contrib/layers/python/layers/layers.py.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from scopecheck.models.messages import type_name
from scopecheck.models.refusal import refuse_argument
from scopecheck.symbolic.decisions import needed
from scopecheck.symbolic.values import Value

if TYPE_CHECKING:
    from scopecheck.symbolic.machine import Machine

PLANES = ("NCHW", "NHWC")
VOLUMES = ("NCDHW", "NDHWC")
_CONVOLUTIONS = (None, "NWC", "NCW", *PLANES, *VOLUMES)


def check_format(m: Machine, by: str, given: Value, known: tuple[str, ...] = PLANES) -> None:
    """Refuses a format that is none of the two."""
    value = needed(m, given)
    if value not in known and type_name(value) is not None:
        message = f"data_format has to be either {known[0]} or {known[1]}."
        raise refuse_argument(m, by, "ValueError", message)


def check_convolution_format(m: Machine, by: str, given: Value) -> None:
    """Refuses a format that no convolution has."""
    value = needed(m, given)
    if value not in _CONVOLUTIONS and type_name(value) is not None:
        raise refuse_argument(m, by, "ValueError", f"Invalid data_format: {value!r}")
