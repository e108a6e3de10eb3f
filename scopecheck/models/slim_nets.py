"""``tf.contrib.slim.nets``: VGG, AlexNet, OverFeat and the two residual networks.

Source: tensorflow/contrib/slim/python/slim/nets/{vgg,alexnet,overfeat,resnet_utils,resnet_v1,
resnet_v2}.py. The networks are made of the models of slim's layers; Inception is not among them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING, Any

from scopecheck.models import naming
from scopecheck.models.arg_scope import ArgScope, current_arguments
from scopecheck.models.contrib_weights import collected, in_scope
from scopecheck.models.refusal import refuse_argument
from scopecheck.models.registry import Model, Signature
from scopecheck.models.tensors import Tensor
from scopecheck.models.world import scope_data
from scopecheck.symbolic import operators
from scopecheck.symbolic.calls import Arguments
from scopecheck.symbolic.decisions import needed
from scopecheck.symbolic.subscripts import set_item
from scopecheck.symbolic.text import concatenate
from scopecheck.symbolic.values import Extern, Value

if TYPE_CHECKING:
    from scopecheck.symbolic.machine import Machine

_RELU, _NORM = Extern("tf.nn.relu"), Extern("tf.contrib.layers.batch_norm")


def _layer(m: Machine, name: str, *args: Value, **kwargs: Value) -> Value:
    return m.library.call(m, f"tf.contrib.slim.{name}", Arguments(args, kwargs))


@contextmanager
def _defaults(m: Machine, *operations: str, **kwargs: Value) -> Iterator[ArgScope]:
    """``with arg_scope(operations, **kwargs)``."""
    before = m.world.arg_scopes
    merged = {key: dict(values) for key, values in current_arguments(m).items()}
    for one in operations:
        merged[one] = {**merged.get(one, {}), **kwargs}
    opened = ArgScope(merged)
    m.world = replace(m.world, arg_scopes=(*before, opened))
    try:
        yield opened
    finally:
        m.world = replace(m.world, arg_scopes=before)


def _l2(m: Machine, weight_decay: Value) -> Value:
    return m.library.call(m, "tf.contrib.layers.l2_regularizer", Arguments((weight_decay,)))


# -- plain networks ---------------------------------------------------------------------------


@dataclass(frozen=True)
class Plain:
    """A network without branches. layers: draws its layers on an input.

    collects: the layers whose outputs are end points. by_name: they are collected under the
    scope's name, not its name scope's.
    """

    name: str
    layers: Callable[[Machine, Value, dict[str, Any]], Value]
    collects: tuple[str, ...] = ("conv2d", "max_pool2d")
    by_name: bool = False

    def __call__(self, m: Machine, a: Arguments) -> Value:
        """``(inputs, num_classes, is_training, dropout_keep_prob, spatial_squeeze, scope)``."""
        signature = Signature(
            "inputs, num_classes=1000, is_training=True, dropout_keep_prob=0.5, "
            f"spatial_squeeze=True, scope={self.name}"
        )
        g = signature.bind(m, self.name, a)

        def body() -> Value:
            scope = scope_data(m)
            start = naming.decode(m, scope.name) if self.by_name else scope.original_name_scope
            points = concatenate((start, "_end_points"))
            with _defaults(m, *self.collects, outputs_collections=points):
                net = self.layers(m, g["inputs"], g)
            ends = _end_points(m, points)
            if m.truth(g["spatial_squeeze"]):
                where = m.new_list((1, 2))
                net = m.library.call(m, "tf.squeeze", Arguments((net, where)))
                set_item(m, ends, concatenate((naming.decode(m, scope.name), "/fc8")), net)
            return (net, ends)

        return in_scope(m, g["scope"], self.name, None, body)


def _end_points(m: Machine, collection: Value) -> Value:
    name = "tf.contrib.layers.utils.convert_collection_to_dict"
    return m.library.call(m, name, Arguments((collection,)))


def _classified(m: Machine, net: Value, g: dict[str, Any], sizes: Sequence[int]) -> Value:
    """Three convolutions for the fully connected layers, dropout after the first two.

    sizes: the first kernel's size and the widths of the first two.
    """
    side, first, second = sizes
    for number, width, kernel in ((6, first, side), (7, second, 1)):
        padding = {"padding": "VALID"} if number == 6 else {}
        net = _layer(m, "conv2d", net, width, (kernel, kernel), scope=f"fc{number}", **padding)
        kept = {"is_training": g["is_training"], "scope": f"dropout{number}"}
        net = _layer(m, "dropout", net, g["dropout_keep_prob"], **kept)
    last = {"activation_fn": None, "normalizer_fn": None, "scope": "fc8"}
    return _layer(m, "conv2d", net, g["num_classes"], (1, 1), **last)


def _vgg(*repetitions: int) -> Callable[[Machine, Value, dict[str, Any]], Value]:
    def layers(m: Machine, net: Value, g: dict[str, Any]) -> Value:
        widths = (64, 128, 256, 512, 512)
        for number, (times, width) in enumerate(zip(repetitions, widths, strict=True), 1):
            conv = Extern("tf.contrib.slim.conv2d")
            net = _layer(m, "repeat", net, times, conv, width, (3, 3), scope=f"conv{number}")
            net = _layer(m, "max_pool2d", net, (2, 2), scope=f"pool{number}")
        return _classified(m, net, g, (7, 4096, 4096))

    return layers


def _stack(
    pool: int, stride: int, rows: Sequence[tuple[int, int, int, str | None]], last: Sequence[int]
) -> Callable[[Machine, Value, dict[str, Any]], Value]:
    """Five convolutions, pooled after the first, the second and the last.

    rows: width, kernel, stride and padding of each.
    """

    def layers(m: Machine, net: Value, g: dict[str, Any]) -> Value:
        for number, (width, kernel, step, padding) in enumerate(rows, 1):
            given: dict[str, Value] = {"padding": padding} if padding is not None else {}
            side = (kernel, kernel)
            net = _layer(m, "conv2d", net, width, side, step, scope=f"conv{number}", **given)
            if number in (1, 2, 5):
                net = _layer(m, "max_pool2d", net, (pool, pool), stride, scope=f"pool{number}")
        return _classified(m, net, g, last)

    return layers


_ALEXNET = ((64, 11, 4, "VALID"), (192, 5, 1, None), *((n, 3, 1, None) for n in (384, 384, 256)))
_OVERFEAT = (
    (64, 11, 4, "VALID"),
    (256, 5, 1, "VALID"),
    *((n, 3, 1, None) for n in (512, 1024, 1024)),
)
_FULL = ("conv2d", "fully_connected", "max_pool2d")
_NETWORKS = (
    Plain("vgg_a", _vgg(1, 1, 2, 2, 2)),
    Plain("vgg_16", _vgg(2, 2, 3, 3, 3)),
    Plain("vgg_19", _vgg(2, 2, 4, 4, 4)),
    Plain("alexnet_v2", _stack(3, 2, _ALEXNET, (5, 4096, 4096)), _FULL),
    Plain("overfeat", _stack(2, 2, _OVERFEAT, (6, 3072, 4096)), _FULL, True),
)


def _plain_scope(pooled: bool) -> Model:
    """``vgg_arg_scope`` and alike. pooled: max_pool2d pads nothing."""

    def run(m: Machine, a: Arguments) -> Value:
        weight_decay = Signature("weight_decay=0.0005").bind(m, "arg_scope", a)["weight_decay"]
        both = {"activation_fn": _RELU, "weights_regularizer": _l2(m, weight_decay)}
        pools = {"padding": "VALID"} if pooled else {}
        with (
            _defaults(m, "conv2d", "fully_connected", **both),
            _defaults(m, "conv2d", padding="SAME"),
            _defaults(m, "max_pool2d", **pools) as scope,
        ):
            return scope

    return run


# -- residual networks ------------------------------------------------------------------------

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
                _defaults(m, "conv2d", outputs_collections=points),
                _defaults(m, "batch_norm", is_training=g["is_training"]),
            ):
                net = self._net(m, g, points)
                ends = _end_points(m, points)
                if g["num_classes"] is not None:
                    made = _layer(m, "softmax", net, scope="predictions")
                    set_item(m, ends, "predictions", made)
                return (net, ends)

        return in_scope(m, g["scope"], self.version, g["reuse"], body)

    def _net(self, m: Machine, g: dict[str, Any], points: Value) -> Value:
        net = g["inputs"]
        bare: dict[str, Value] = {"activation_fn": None, "normalizer_fn": None}
        with _defaults(m, "conv2d", **(bare if self.first else {})):
            net = _conv_same(m, net, 64, 7, 2, 1, "conv1")
        net = _layer(m, "max_pool2d", net, (3, 3), stride=2, scope="pool1")
        net = self._blocks(m, net, g["output_stride"], points)
        if self.first:
            net = _layer(m, "batch_norm", net, activation_fn=_RELU, scope="postnorm")
        if m.truth(g["global_pool"]):
            where = {"keepdims": True, "name": "pool5"}
            net = m.library.call(m, "tf.reduce_mean", Arguments((net, (1, 2)), where))
        if g["num_classes"] is not None:
            net = _layer(m, "conv2d", net, g["num_classes"], (1, 1), scope="logits", **bare)
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
                x = _layer(m, "batch_norm", inputs, activation_fn=_RELU, scope="preact")
                bare["normalizer_fn"] = None
            if isinstance(inputs, Tensor) and _channels(inputs) == depth:
                shortcut = inputs
                if stride != 1:
                    shortcut = _layer(
                        m, "max_pool2d", inputs, (1, 1), stride=stride, scope="shortcut"
                    )
            else:
                kept = {"stride": stride, "scope": "shortcut", **bare}
                shortcut = _layer(m, "conv2d", x, depth, (1, 1), **kept)
            net = _layer(m, "conv2d", x, width, (1, 1), stride=1, scope="conv1")
            net = _conv_same(m, net, width, 3, stride, rate, "conv2")
            net = _layer(m, "conv2d", net, depth, (1, 1), stride=1, scope="conv3", **bare)
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
    return _layer(m, "conv2d", x, width, kernel, **given)


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
        _defaults(
            m,
            "conv2d",
            weights_regularizer=_l2(m, g["weight_decay"]),
            activation_fn=_RELU,
            normalizer_fn=_NORM,
            normalizer_params=m.new_dict(dict(params)),
        ),
        _defaults(m, "batch_norm", **params),
        _defaults(m, "max_pool2d", padding="SAME") as scope,
    ):
        return scope


_FILES = {"vgg_a": "vgg", "vgg_16": "vgg", "vgg_19": "vgg", "alexnet_v2": "alexnet"}
_NETS = "tf.contrib.slim.nets"
MODELS: dict[str, Model] = {
    **{f"{_NETS}.{_FILES.get(net.name, net.name)}.{net.name}": net for net in _NETWORKS},
    f"{_NETS}.vgg.vgg_arg_scope": _plain_scope(False),
    f"{_NETS}.alexnet.alexnet_v2_arg_scope": _plain_scope(True),
    f"{_NETS}.overfeat.overfeat_arg_scope": _plain_scope(True),
    **{
        f"{_NETS}.resnet_v{1 + first}.resnet_v{1 + first}_{depth}": Residual(depth, first)
        for first in (False, True)
        for depth in _UNITS
    },
    **{
        f"{_NETS}.{one}.resnet_arg_scope": _resnet_scope
        for one in ("resnet_utils", "resnet_v1", "resnet_v2")
    },
}
