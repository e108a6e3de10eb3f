"""``tf.contrib.slim.nets``: residual networks, versions 1 and 2.

Source: tensorflow/contrib/slim/python/slim/nets/{resnet_utils,resnet_v1,resnet_v2}.py.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Any

from scopecheck.models.contrib.weights import collected, in_scope
from scopecheck.models.refusal import refuse_argument
from scopecheck.models.registry import Model, Signature
from scopecheck.models.slim.arg_scope import scoped
from scopecheck.models.slim.layers import NETS, NORM, RELU, defaults, end_points, in_both, l2, layer
from scopecheck.models.tensors import Tensor
from scopecheck.models.world import scope_data
from scopecheck.symbolic import operators
from scopecheck.symbolic.access import get_attribute
from scopecheck.symbolic.calls import Arguments
from scopecheck.symbolic.decisions import needed
from scopecheck.symbolic.iteration import iterate
from scopecheck.symbolic.stdlib.containers import Record, RecordClass
from scopecheck.symbolic.subscripts import set_item
from scopecheck.symbolic.text import concatenate
from scopecheck.symbolic.values import DictRef, Extern, Table, Value

if TYPE_CHECKING:
    from scopecheck.symbolic.machine import Machine


_UNITS = {50: (3, 4, 6, 3), 101: (3, 4, 23, 3), 152: (3, 8, 36, 3), 200: (3, 24, 36, 3)}
_UTILS = f"{NETS}.resnet_utils"
_OPTIONS = "num_classes=None, is_training=True, global_pool=True, output_stride=None"
_BLOCKS = Signature(f"inputs, blocks, {_OPTIONS}, include_root_block=True, reuse=None, scope=None")
_UNIT = Signature(
    "inputs, depth, depth_bottleneck, stride, rate=1, outputs_collections=None, scope=None"
)
_BLOCK = Signature("scope, base_depth, num_units, stride")
_STACK = Signature("net, blocks, output_stride=None, outputs_collections=None")
_BARE: dict[str, Value] = {"activation_fn": None}
BLOCK = RecordClass("Block", ("scope", "unit_fn", "args"), ())


@dataclass(frozen=True)
class Residual:
    """One version. first: normalization comes before the weights (version 2)."""

    first: bool

    @property
    def version(self) -> str:
        """``resnet_v1`` or ``resnet_v2``."""
        return f"resnet_v{1 + self.first}"

    def of_depth(self, depth: int) -> Model:
        """``resnet_v1_50`` and its like."""
        name = f"{self.version}_{depth}"
        signature = Signature(f"inputs, {_OPTIONS}, reuse=None, scope={name}")

        def run(m: Machine, a: Arguments) -> Value:
            g = signature.bind(m, name, a)
            rows = zip(_UNITS[depth], (64, 128, 256, 512), (2, 2, 2, 1), strict=True)
            blocks = [
                self._new_block(m, f"block{number}", width, units, stride)
                for number, (units, width, stride) in enumerate(rows, 1)
            ]
            whole = {**g, "blocks": m.new_list(blocks), "include_root_block": True}
            return self._network(m, whole)

        return run

    def network(self, m: Machine, a: Arguments) -> Value:
        """``resnet_v1(inputs, blocks, …)``: the network and its end points."""
        return self._network(m, _BLOCKS.bind(m, self.version, a))

    def block(self, m: Machine, a: Arguments) -> Value:
        """``resnet_v1_block``: units that are alike, but for the last one's stride."""
        g = _BLOCK.bind(m, f"{self.version}_block", a)
        count = needed(m, g["num_units"])
        if not isinstance(count, int):
            return m.unknown("a block", not_none=True)
        return self._new_block(m, g["scope"], needed(m, g["base_depth"]), count, g["stride"])

    def _new_block(
        self, m: Machine, scope: Value, width: Value, units: int, stride: Value
    ) -> Value:
        def unit(step: Value) -> Value:
            deep = operators.binary(m, "*", width, 4)
            return m.new_dict({"depth": deep, "depth_bottleneck": width, "stride": step})

        made = m.new_list([*(unit(1) for _ in range(units - 1)), unit(stride)])
        return Record(BLOCK, (scope, Extern(f"{NETS}.{self.version}.bottleneck"), made))

    def _network(self, m: Machine, g: dict[str, Any]) -> Value:
        def body() -> Value:
            points = concatenate((scope_data(m).original_name_scope, "_end_points"))
            collecting = ("conv2d", "bottleneck", "stack_blocks_dense")
            with (
                defaults(m, *collecting, outputs_collections=points),
                defaults(m, "batch_norm", is_training=g["is_training"]),
            ):
                net = self._net(m, g)
                ends = end_points(m, points)
                if g["num_classes"] is not None:
                    made = layer(m, "softmax", net, scope="predictions")
                    set_item(m, ends, "predictions", made)
                return (net, ends)

        return in_scope(m, g["scope"], self.version, g["reuse"], body)

    def _net(self, m: Machine, g: dict[str, Any]) -> Value:
        net, wanted = g["inputs"], needed(m, g["output_stride"])
        bare: dict[str, Value] = {**_BARE, "normalizer_fn": None}
        if m.truth(g["include_root_block"]):
            if isinstance(wanted, int):
                if wanted % 4:
                    _refuse(m, "The output_stride needs to be a multiple of 4.")
                wanted //= 4
            with defaults(m, "conv2d", **(bare if self.first else {})):
                net = _conv_same(m, net, 64, 7, 2, 1, "conv1")
            net = layer(m, "max_pool2d", net, (3, 3), stride=2, scope="pool1")
        net = m.library.call(
            m, f"{_UTILS}.stack_blocks_dense", Arguments((net, g["blocks"], wanted))
        )
        if self.first:
            net = layer(m, "batch_norm", net, activation_fn=RELU, scope="postnorm")
        if m.truth(g["global_pool"]):
            where = {"keepdims": True, "name": "pool5"}
            net = m.library.call(m, "tf.reduce_mean", Arguments((net, (1, 2)), where))
        if g["num_classes"] is not None:
            net = layer(m, "conv2d", net, g["num_classes"], (1, 1), scope="logits", **bare)
        return net

    def unit(self, m: Machine, a: Arguments) -> Value:
        """``bottleneck``: three convolutions and a shortcut, in a scope of their own."""
        g = _UNIT.bind(m, "bottleneck", a)
        x, width, stride = g["inputs"], g["depth_bottleneck"], needed(m, g["stride"])

        def body() -> Value:
            depth, inner, bare = needed(m, g["depth"]), x, dict(_BARE)
            if self.first:
                inner = layer(m, "batch_norm", x, activation_fn=RELU, scope="preact")
                bare["normalizer_fn"] = None
            if isinstance(x, Tensor) and isinstance(depth, int) and _channels(x) == depth:
                shortcut = _sampled(m, x, stride, "shortcut")
            else:
                kept = {"stride": stride, "scope": "shortcut", **bare}
                shortcut = layer(m, "conv2d", inner, depth, (1, 1), **kept)
            net = layer(m, "conv2d", inner, width, (1, 1), stride=1, scope="conv1")
            net = _conv_same(m, net, width, 3, stride, needed(m, g["rate"]), "conv2")
            net = layer(m, "conv2d", net, depth, (1, 1), stride=1, scope="conv3", **bare)
            output = operators.binary(m, "+", shortcut, net)
            if not self.first:
                output = m.library.call(m, "tf.nn.relu", Arguments((output,)))
            return collected(m, g, output)

        return in_scope(m, g["scope"], f"bottleneck_v{1 + self.first}", None, body)


def _refuse(m: Machine, message: str) -> None:
    raise refuse_argument(m, "stack_blocks_dense", "ValueError", message)


def _stack(m: Machine, a: Arguments) -> Value:
    """``stack_blocks_dense``: units with holes once the stride asked for is reached."""
    g = _STACK.bind(m, "stack_blocks_dense", a)
    wanted = needed(m, g["output_stride"])
    at = {"net": g["net"], "stride": 1, "rate": 1}
    held = iterate(m, g["blocks"])
    if held is None or held.open:
        m.undecided("stack_blocks_dense", "which blocks it has is not known", 1)
        return m.unknown("a tensor", not_none=True)
    for block in held.items:
        scope = get_attribute(m, block, "scope")
        body = partial(_stacked, m, at, block, wanted if isinstance(wanted, int) else None, g)
        in_scope(m, scope, "block", None, body)
    if isinstance(wanted, int) and at["stride"] != wanted:
        _refuse(m, "The target output_stride cannot be reached.")
    return at["net"]


def _stacked(
    m: Machine, at: dict[str, Any], block: Value, wanted: int | None, g: dict[str, Any]
) -> Value:
    """The units of a block, each in a scope of its own."""
    function = get_attribute(m, block, "unit_fn")
    held = iterate(m, get_attribute(m, block, "args"))
    for index, unit in enumerate(held.items if held is not None else (), 1):
        table = m.contents(unit) if isinstance(unit, DictRef) else None
        if not isinstance(table, Table):
            m.undecided("stack_blocks_dense", "which units a block has is not known", 1)
            break
        given = {name: value for name, value in table.items.items() if isinstance(name, str)}
        stride = needed(m, given.get("stride", 1))
        if wanted is not None and at["stride"] > wanted:
            _refuse(m, "The target output_stride cannot be reached.")
        dense = wanted is not None and at["stride"] == wanted
        given["rate"] = at["rate"] if dense else 1
        if dense:
            given["stride"] = 1
        call = partial(m.call, function, (at["net"],), **given)
        at["net"] = in_scope(m, f"unit_{index}", "", None, call)
        at["rate" if dense else "stride"] *= stride if isinstance(stride, int) else 1
    return collected(m, g, at["net"])


def _sampled(m: Machine, x: Value, factor: Value, scope: Value) -> Value:
    if factor == 1:
        return x
    return layer(m, "max_pool2d", x, (1, 1), stride=factor, scope=scope)


def _subsample(m: Machine, a: Arguments) -> Value:
    """``subsample``."""
    g = Signature("inputs, factor, scope=None").bind(m, "subsample", a)
    return _sampled(m, g["inputs"], needed(m, g["factor"]), g["scope"])


def _channels(x: Tensor) -> Any:
    return x.shape[-1] if isinstance(x.shape, tuple) and len(x.shape) == 4 else None


def _conv_same(
    m: Machine, x: Value, width: Value, kernel: Value, stride: Value, rate: Value, scope: Value
) -> Value:
    """``conv2d_same``: strides pad on both sides alike."""
    given: dict[str, Value] = {"stride": stride, "rate": rate, "scope": scope, "padding": "SAME"}
    if stride != 1:
        sizes: Value = m.unknown("paddings", not_none=True)
        if isinstance(kernel, int) and isinstance(rate, int):
            total = (kernel - 1) * rate
            around = (total // 2, total - total // 2)
            sizes = ((0, 0), around, around, (0, 0))
        x = m.library.call(m, "tf.pad", Arguments((x, sizes)))
        given["padding"] = "VALID"
    return layer(m, "conv2d", x, width, kernel, **given)


def _same(m: Machine, a: Arguments) -> Value:
    """``conv2d_same``."""
    names = "inputs, num_outputs, kernel_size, stride, rate=1, scope=None"
    g = Signature(names).bind(m, "conv2d_same", a)
    kernel, stride, rate = (needed(m, g[name]) for name in ("kernel_size", "stride", "rate"))
    return _conv_same(m, g["inputs"], g["num_outputs"], kernel, stride, rate, g["scope"])


_SCOPE = Signature(
    "weight_decay=0.0001, batch_norm_decay=0.997, batch_norm_epsilon=1e-05, batch_norm_scale=True"
)


def _resnet_scope(m: Machine, a: Arguments) -> Value:
    """``resnet_arg_scope``."""
    g = _SCOPE.bind(m, "resnet_arg_scope", a)
    params: dict[str, Value] = {
        "decay": g["batch_norm_decay"],
        "epsilon": g["batch_norm_epsilon"],
        "scale": g["batch_norm_scale"],
        "updates_collections": "update_ops",
    }
    with (
        defaults(
            m,
            "conv2d",
            weights_regularizer=l2(m, g["weight_decay"]),
            activation_fn=RELU,
            normalizer_fn=NORM,
            normalizer_params=m.new_dict(dict(params)),
        ),
        defaults(m, "batch_norm", **params),
        defaults(m, "max_pool2d", padding="SAME") as scope,
    ):
        return scope


MODELS: dict[str, Model] = {
    f"{_UTILS}.subsample": _subsample,
    f"{_UTILS}.conv2d_same": _same,
    f"{_UTILS}.stack_blocks_dense": scoped("stack_blocks_dense", _stack),
}
CONSTANTS: dict[str, Value] = {f"{_UTILS}.Block": BLOCK}
for _net in (Residual(False), Residual(True)):
    _module = f"{NETS}.{_net.version}"
    MODELS[f"{_module}.bottleneck"] = scoped("bottleneck", _net.unit)
    MODELS[f"{_module}.{_net.version}"] = _net.network
    MODELS[f"{_module}.{_net.version}_block"] = _net.block
    CONSTANTS[f"{_module}.{_net.version}.default_image_size"] = 224
    for _depth in _UNITS:
        MODELS[f"{_module}.{_net.version}_{_depth}"] = _net.of_depth(_depth)
for _module in ("resnet_utils", "resnet_v1", "resnet_v2"):
    MODELS[f"{NETS}.{_module}.resnet_arg_scope"] = _resnet_scope
MODELS = in_both(MODELS)
CONSTANTS = in_both(CONSTANTS)
