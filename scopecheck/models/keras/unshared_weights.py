"""The weights of Keras's convolutions that share none between their windows.

Source: tensorflow/python/keras/layers/local.py of 1.15; tf_keras/src/layers/locally_connected.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from scopecheck.models.layers.formats import channels_first, channels_of
from scopecheck.models.layers.plans import Plan, Weight
from scopecheck.models.layers.refusals import old, shown_dims, too_small
from scopecheck.models.layers.sizes import padding_of, size, sizes, window
from scopecheck.models.shapes import multiply
from scopecheck.models.switches import holds
from scopecheck.models.tensors import UNSEEN, Dim, Dims, DType, Tensor
from scopecheck.symbolic.decisions import needed
from scopecheck.symbolic.values import Value

if TYPE_CHECKING:
    from collections.abc import Callable

    from scopecheck.symbolic.machine import Machine

    Planner = Callable[["Machine", dict[str, Value], Tensor], Plan]


def _plan(rank: int) -> Planner:
    """``LocallyConnected1D`` and ``2D``: a kernel and a bias for each place of the output."""

    def plan(m: Machine, g: dict[str, Value], x: Tensor) -> Plan:
        first = channels_first(m, g["data_format"])
        filters = size(m, g["filters"])
        kernel, strides = sizes(m, g["kernel_size"], rank), sizes(m, g["strides"], rank)
        padding = padding_of(m, g["padding"])
        space: tuple[Dim, ...] = (UNSEEN,) * rank
        channels: Dim = UNSEEN
        if isinstance(x.shape, tuple) and len(x.shape) == rank + 2 and first is not None:
            space = x.shape[2:] if first else x.shape[1:-1]
            channels = channels_of(x.shape, first)
        made = tuple(
            window(n, k, s, padding) for n, k, s in zip(space, kernel, strides, strict=True)
        )
        way = needed(m, g.get("implementation", 1))
        dims = _kernel(way, bool(first), (channels, *space), (filters, *made), kernel)
        if way == 3:
            rows = zip(space, kernel, strides, made, strict=True)
            met = [_met(n, k, s, count, padding) for n, k, s, count in rows]
            dims = (multiply((channels, filters, *met)),)
        dtype = DType(x.dtype or "float32")
        weights = [Weight("kernel", dims, dtype)]
        if holds(m, g["use_bias"]):
            weights.append(Weight("bias", (*made, filters), dtype))
        batch: Dim = x.shape[0] if isinstance(x.shape, tuple) and x.shape else UNSEEN
        output: Dims = (batch, filters, *made) if first else (batch, *made, filters)
        fault, unbuilt = _nothing_made(m, way, made, x.shape)
        output = UNSEEN if first is None else output
        return Plan(tuple(weights), output, x.dtype, fault=fault, unbuilt=unbuilt)

    return plan


def _nothing_made(
    m: Machine, way: Value, made: tuple[Dim, ...], dims: Dims
) -> tuple[str | None, str | None]:
    """What the layer is refused with where no window fits: after its weights, before them."""
    if 0 not in made:
        return None, None
    if not old(m):
        return None, too_small(shown_dims(m, dims))
    few = "List argument 'indices' to 'SparseConcat' Op with length 0 shorter than minimum length 2"
    return (f"{few}." if way == 1 else None), None


def _kernel(
    way: Value,
    first: bool,
    given: tuple[Dim, ...],
    made: tuple[Dim, ...],
    kernel: tuple[Dim, ...],
) -> Any:
    """The kernel's shape by the implementation; given, made: channels, then the space."""
    if way == 1:
        return (multiply(made[1:]), multiply((*kernel, given[0])), made[0])
    if way == 2:
        turned = (*given[1:], given[0], *made[1:], made[0])
        return (*given, *made) if first else turned
    return UNSEEN


def _met(length: Dim, kernel: Dim, stride: Dim, count: Dim, padding: str | None) -> Dim:
    """How many places of the input the windows along one dimension cover together."""
    known = (length, kernel, stride, count)
    if not all(isinstance(one, int) for one in known) or padding is None:
        return UNSEEN
    n, k, s, windows = (int(one) for one in known if isinstance(one, int))
    if padding == "valid":
        return k * windows
    left = k // 2
    return sum(min(n, at * s - left + k) - max(0, at * s - left) for at in range(windows))


_CONV: dict[str, Any] = {
    "strides": 1,
    "padding": "valid",
    "data_format": None,
    "activation": None,
    "use_bias": True,
}
UNSHARED: dict[str, tuple[tuple[str, ...], dict[str, Any], Planner]] = {
    f"LocallyConnected{rank}D": (("filters", "kernel_size", *_CONV), _CONV, _plan(rank))
    for rank in (1, 2)
}
