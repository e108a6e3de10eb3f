"""``tf.contrib.slim.nets``: residual networks, versions 1 and 2.

Source: tensorflow/contrib/slim/python/slim/nets/{resnet_utils,resnet_v1,resnet_v2}.py.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Any

from scopecheck.models.contrib.weights import collected, in_scope
from scopecheck.models.refusal import refuse_argument
from scopecheck.models.registry import Model, Signature
from scopecheck.models.slim.layers import NETS, NORM, RELU, defaults, end_points, l2, layer
from scopecheck.models.tensors import Tensor
from scopecheck.models.world import scope_data
from scopecheck.symbolic import operators
from scopecheck.symbolic.calls import Arguments
from scopecheck.symbolic.decisions import needed
from scopecheck.symbolic.subscripts import set_item
from scopecheck.symbolic.text import concatenate
from scopecheck.symbolic.values import Value

if TYPE_CHECKING:
    from scopecheck.symbolic.machine import Machine


_UNITS = {50: (3, 4, 6, 3), 101: (3, 4, 23, 3), 152: (3, 8, 36, 3), 200: (3, 24, 36, 3)}
_RESNET = (
    "inputs, num_classes=None, is_training=True, global_pool=True, output_stride=None, "
    "reuse=None, scope={}"
)


@dataclass(frozen=True)
class Residual:
    """``resnet_v1_50`` and its like. first: normalization comes before the weights (version 2)."""

    depth: int
    first: bool

    @property
    def version(self) -> str:
        """``resnet_v1`` or ``resnet_v2``."""
        return f"resnet_v{1 + self.first}"

    def __call__(self, m: Machine, a: Arguments) -> Value:
        """The network and its end points."""
        name = f"{self.version}_{self.depth}"
        g = Signature(_RESNET.format(name)).bind(m, name, a)

        def body() -> Value:
            points = concatenate((scope_data(m).original_name_scope, "_end_points"))
            with (
                defaults(m, "conv2d", outputs_collections=points),
                defaults(m, "batch_norm", is_training=g["is_training"]),
            ):
                net = self._net(m, g, points)
                ends = end_points(m, points)
                if g["num_classes"] is not None:
                    made = layer(m, "softmax", net, scope="predictions")
                    set_item(m, ends, "predictions", made)
                return (net, ends)

        return in_scope(m, g["scope"], self.version, g["reuse"], body)

    def _net(self, m: Machine, g: dict[str, Any], points: Value) -> Value:
        net = g["inputs"]
        bare: dict[str, Value] = {"activation_fn": None, "normalizer_fn": None}
        with defaults(m, "conv2d", **(bare if self.first else {})):
            net = _conv_same(m, net, 64, 7, 2, 1, "conv1")
        net = layer(m, "max_pool2d", net, (3, 3), stride=2, scope="pool1")
        net = self._blocks(m, net, g["output_stride"], points)
        if self.first:
            net = layer(m, "batch_norm", net, activation_fn=RELU, scope="postnorm")
        if m.truth(g["global_pool"]):
            where = {"keepdims": True, "name": "pool5"}
            net = m.library.call(m, "tf.reduce_mean", Arguments((net, (1, 2)), where))
        if g["num_classes"] is not None:
            net = layer(m, "conv2d", net, g["num_classes"], (1, 1), scope="logits", **bare)
        return net

    def _blocks(self, m: Machine, net: Value, output_stride: Value, points: Value) -> Value:
        """``stack_blocks_dense``: units with holes once the stride asked for is reached."""
        wanted = needed(m, output_stride)
        if wanted is not None and not isinstance(wanted, int):
            wanted = None
        if isinstance(wanted, int):
            if wanted % 4:
                self._refuse(m, "The output_stride needs to be a multiple of 4.")
            wanted //= 4
        at = {"net": net, "stride": 1, "rate": 1}
        for number, (units, width) in enumerate(
            zip(_UNITS[self.depth], (64, 128, 256, 512), strict=True), 1
        ):
            last = 1 if number == 4 else 2
            strides = [1] * (units - 1) + [last]
            block = partial(self._block, m, at, width, strides, wanted, points)
            in_scope(m, f"block{number}", "block", None, block)
        if wanted is not None and at["stride"] != wanted:
            self._refuse(m, "The target output_stride cannot be reached.")
        return at["net"]

    def _block(
        self,
        m: Machine,
        at: dict[str, Any],
        width: int,
        strides: Sequence[int],
        wanted: int | None,
        points: Value,
    ) -> Value:
        for index, stride in enumerate(strides, 1):
            if wanted is not None and at["stride"] > wanted:
                self._refuse(m, "The target output_stride cannot be reached.")
            dense = at["stride"] == wanted
            step, rate = (1, at["rate"]) if dense else (stride, 1)
            unit = partial(self._unit, m, at["net"], width, step, rate, points)
            at["net"] = in_scope(m, f"unit_{index}", "", None, unit)
            at["rate" if dense else "stride"] *= stride
        return collected(m, {"outputs_collections": points}, at["net"])

    def _unit(
        self, m: Machine, inputs: Value, width: int, stride: int, rate: int, points: Value
    ) -> Value:
        """``bottleneck``: three convolutions and a shortcut, in a scope of their own."""

        def body() -> Value:
            depth = 4 * width
            x, bare = inputs, {"activation_fn": None}
            if self.first:
                x = layer(m, "batch_norm", inputs, activation_fn=RELU, scope="preact")
                bare["normalizer_fn"] = None
            if isinstance(inputs, Tensor) and _channels(inputs) == depth:
                shortcut = inputs
                if stride != 1:
                    shortcut = layer(
                        m, "max_pool2d", inputs, (1, 1), stride=stride, scope="shortcut"
                    )
            else:
                kept = {"stride": stride, "scope": "shortcut", **bare}
                shortcut = layer(m, "conv2d", x, depth, (1, 1), **kept)
            net = layer(m, "conv2d", x, width, (1, 1), stride=1, scope="conv1")
            net = _conv_same(m, net, width, 3, stride, rate, "conv2")
            net = layer(m, "conv2d", net, depth, (1, 1), stride=1, scope="conv3", **bare)
            output = operators.binary(m, "+", shortcut, net)
            if not self.first:
                output = m.library.call(m, "tf.nn.relu", Arguments((output,)))
            return collected(m, {"outputs_collections": points}, output)

        return in_scope(m, None, f"bottleneck_v{1 + self.first}", None, body)

    def _refuse(self, m: Machine, message: str) -> None:
        raise refuse_argument(m, self.version, "ValueError", message)


def _channels(x: Tensor) -> Any:
    return x.shape[-1] if isinstance(x.shape, tuple) and len(x.shape) == 4 else None


def _conv_same(
    m: Machine, x: Value, width: int, kernel: int, stride: int, rate: int, scope: str
) -> Value:
    """``conv2d_same``: strides pad on both sides alike."""
    given: dict[str, Value] = {"stride": stride, "rate": rate, "scope": scope, "padding": "SAME"}
    if stride != 1:
        total = (kernel - 1) * rate
        around = (total // 2, total - total // 2)
        x = m.library.call(m, "tf.pad", Arguments((x, ((0, 0), around, around, (0, 0)))))
        given["padding"] = "VALID"
    return layer(m, "conv2d", x, width, kernel, **given)


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
    **{
        f"{NETS}.resnet_v{1 + first}.resnet_v{1 + first}_{depth}": Residual(depth, first)
        for first in (False, True)
        for depth in _UNITS
    },
    **{
        f"{NETS}.{one}.resnet_arg_scope": _resnet_scope
        for one in ("resnet_utils", "resnet_v1", "resnet_v2")
    },
}
CONSTANTS: dict[str, Value] = {
    f"{NETS}.{one}.{one}.default_image_size": 224 for one in ("resnet_v1", "resnet_v2")
}
