"""``tf.contrib.slim.nets``: VGG, AlexNet and OverFeat.

Source: tensorflow/contrib/slim/python/slim/nets/{vgg,alexnet,overfeat}.py.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from scopecheck.models import naming
from scopecheck.models.contrib.weights import in_scope
from scopecheck.models.registry import Model, Signature
from scopecheck.models.slim.layers import NETS, RELU, defaults, end_points, in_both, l2, layer
from scopecheck.models.world import scope_data
from scopecheck.symbolic.calls import Arguments
from scopecheck.symbolic.subscripts import set_item
from scopecheck.symbolic.text import concatenate
from scopecheck.symbolic.values import Extern, Value

if TYPE_CHECKING:
    from scopecheck.symbolic.machine import Machine


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
            with defaults(m, *self.collects, outputs_collections=points):
                net = self.layers(m, g["inputs"], g)
            ends = end_points(m, points)
            if m.truth(g["spatial_squeeze"]):
                where = m.new_list((1, 2))
                net = m.library.call(m, "tf.squeeze", Arguments((net, where)))
                set_item(m, ends, concatenate((naming.decode(m, scope.name), "/fc8")), net)
            return (net, ends)

        return in_scope(m, g["scope"], self.name, None, body)


def _classified(m: Machine, net: Value, g: dict[str, Any], sizes: Sequence[int]) -> Value:
    """Three convolutions for the fully connected layers, dropout after the first two.

    sizes: the first kernel's size and the widths of the first two.
    """
    side, first, second = sizes
    for number, width, kernel in ((6, first, side), (7, second, 1)):
        padding = {"padding": "VALID"} if number == 6 else {}
        net = layer(m, "conv2d", net, width, (kernel, kernel), scope=f"fc{number}", **padding)
        kept = {"is_training": g["is_training"], "scope": f"dropout{number}"}
        net = layer(m, "dropout", net, g["dropout_keep_prob"], **kept)
    last = {"activation_fn": None, "normalizer_fn": None, "scope": "fc8"}
    return layer(m, "conv2d", net, g["num_classes"], (1, 1), **last)


def _vgg(*repetitions: int) -> Callable[[Machine, Value, dict[str, Any]], Value]:
    def layers(m: Machine, net: Value, g: dict[str, Any]) -> Value:
        widths = (64, 128, 256, 512, 512)
        for number, (times, width) in enumerate(zip(repetitions, widths, strict=True), 1):
            conv = Extern("tf.contrib.slim.conv2d")
            net = layer(m, "repeat", net, times, conv, width, (3, 3), scope=f"conv{number}")
            net = layer(m, "max_pool2d", net, (2, 2), scope=f"pool{number}")
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
            net = layer(m, "conv2d", net, width, side, step, scope=f"conv{number}", **given)
            if number in (1, 2, 5):
                net = layer(m, "max_pool2d", net, (pool, pool), stride, scope=f"pool{number}")
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
    Plain("vgg_19", _vgg(2, 2, 4, 4, 4), by_name=True),
    Plain("alexnet_v2", _stack(3, 2, _ALEXNET, (5, 4096, 4096)), _FULL),
    Plain("overfeat", _stack(2, 2, _OVERFEAT, (6, 3072, 4096)), _FULL, True),
)


def _plain_scope(pooled: bool) -> Model:
    """``vgg_arg_scope`` and alike. pooled: max_pool2d pads nothing."""

    def run(m: Machine, a: Arguments) -> Value:
        weight_decay = Signature("weight_decay=0.0005").bind(m, "arg_scope", a)["weight_decay"]
        both = {"activation_fn": RELU, "weights_regularizer": l2(m, weight_decay)}
        pools = {"padding": "VALID"} if pooled else {}
        with (
            defaults(m, "conv2d", "fully_connected", **both),
            defaults(m, "conv2d", padding="SAME"),
            defaults(m, "max_pool2d", **pools) as scope,
        ):
            return scope

    return run


_FILES = {"vgg_a": "vgg", "vgg_16": "vgg", "vgg_19": "vgg", "alexnet_v2": "alexnet"}
MODELS: dict[str, Model] = in_both(
    {
        **{f"{NETS}.{_FILES.get(net.name, net.name)}.{net.name}": net for net in _NETWORKS},
        f"{NETS}.vgg.vgg_arg_scope": _plain_scope(False),
        f"{NETS}.alexnet.alexnet_v2_arg_scope": _plain_scope(True),
        f"{NETS}.overfeat.overfeat_arg_scope": _plain_scope(True),
    }
)
CONSTANTS: dict[str, Value] = in_both(
    {
        f"{NETS}.{_FILES.get(net.name, net.name)}.{net.name}.default_image_size": (
            231 if net.name == "overfeat" else 224
        )
        for net in _NETWORKS
    }
)
