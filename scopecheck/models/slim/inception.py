"""``tf.contrib.slim.nets``: Inception, versions 1 to 3.

Source: tensorflow/contrib/slim/python/slim/nets/{inception_v1,inception_v2,inception_v3}.py.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Any

from scopecheck.models.contrib.weights import in_scope
from scopecheck.models.ops.arguments import shape_of
from scopecheck.models.refusal import refuse_argument
from scopecheck.models.registry import Model, Signature
from scopecheck.models.slim.inception_rows import V1, V2, V3, Rows
from scopecheck.models.slim.layers import NETS, NORM, RELU, defaults, in_both, l2, layer
from scopecheck.symbolic.calls import Arguments
from scopecheck.symbolic.decisions import needed
from scopecheck.symbolic.subscripts import get_item, set_item
from scopecheck.symbolic.values import Extern, Value

if TYPE_CHECKING:
    from scopecheck.symbolic.machine import Machine

_LAYER = re.compile(
    r"(?P<name>\w+?_(?P<named>\d+x\d+))(?::(?P<depth>\d+))?(?:@(?P<kernel>\d+x\d+))?(?P<half>!?)$"
)
_KINDS = {"MaxPool": "max_pool2d", "AvgPool": "avg_pool2d"}
_LAYERS = ("conv2d", "max_pool2d", "avg_pool2d", "separable_conv2d")


def _size(text: str) -> tuple[int, int]:
    high, wide = text.split("x")
    return int(high), int(wide)


@dataclass(frozen=True)
class Inception:
    """One version of the network.

    rows: its layers, and its blocks with their branches. last: its kernel before the head.
    """

    version: int
    rows: Rows
    last: int

    @property
    def name(self) -> str:
        """``inception_v1`` and so on."""
        return f"inception_v{self.version}"

    @property
    def scope(self) -> str:
        """``InceptionV1`` and so on."""
        return f"InceptionV{self.version}"

    @property
    def _scaled(self) -> str:
        return ", min_depth=16, depth_multiplier=1.0" if self.version > 1 else ""

    def base(self, m: Machine, a: Arguments) -> Value:
        """``inception_v3_base(inputs, final_endpoint, …, scope)``: the network without its head."""
        last = "Mixed_7c" if self.version == 3 else "Mixed_5c"
        names = f"inputs, final_endpoint={last}{self._scaled}, scope={self.scope}"
        g = Signature(names).bind(m, f"{self.name}_base", a)
        self._check(m, g)
        body = partial(self._base, m, g["inputs"], g, needed(m, g["final_endpoint"]))
        return in_scope(m, g["scope"], self.scope, None, body)

    def __call__(self, m: Machine, a: Arguments) -> Value:
        """``inception_v3(inputs, num_classes, …)``: logits and end points."""
        names = (
            f"inputs, num_classes=1000, is_training=True, dropout_keep_prob=0.8{self._scaled}, "
            f"prediction_fn=None, spatial_squeeze=True, reuse=None, scope={self.scope}"
        )
        g = Signature(names).bind(m, self.name, a)
        self._check(m, g)

        def body() -> Value:
            with defaults(m, "batch_norm", "dropout", is_training=g["is_training"]):
                net, ends = self._base(m, g["inputs"], g, None)
                if self.version == 3:
                    self._auxiliary(m, get_item(m, ends, "Mixed_6e"), ends, g)
                logits = in_scope(m, "Logits", "", None, partial(self._head, m, net, ends, g))
            set_item(m, ends, "Logits", logits)
            function = g["prediction_fn"] or Extern("tf.contrib.layers.softmax")
            set_item(m, ends, "Predictions", m.call(function, (logits,), scope="Predictions"))
            return (logits, ends)

        return in_scope(m, g["scope"], self.scope, g["reuse"], body)

    def _check(self, m: Machine, g: dict[str, Any]) -> None:
        factor = needed(m, g.get("depth_multiplier"))
        if isinstance(factor, (int, float)) and factor <= 0:
            message = "depth_multiplier is not greater than zero."
            raise refuse_argument(m, self.name, "ValueError", message)

    def _base(self, m: Machine, net: Value, g: dict[str, Any], last: Value) -> Any:
        ends = m.new_dict({})
        for row in self.rows:
            name = row[0] if isinstance(row, tuple) else row.split(":")[0].rstrip("!")
            padded = self.version < 3 or isinstance(row, tuple)
            with defaults(m, *_LAYERS, stride=1, padding="SAME" if padded else "VALID"):
                if isinstance(row, tuple):
                    net = in_scope(m, name, "", None, partial(self._block, m, net, row[1], g))
                else:
                    padding = {"padding": "SAME"} if name == "Conv2d_2b_3x3" else {}
                    net = self._layer(m, net, row, g, **padding)
            set_item(m, ends, name, net)
            if name == last:
                return (net, ends)
        if isinstance(last, str):
            message = f"Unknown final endpoint {last}"
            raise refuse_argument(m, self.name, "ValueError", message)
        return (net, ends)

    def _block(self, m: Machine, net: Value, branches: tuple[str, ...], g: dict[str, Any]) -> Value:
        made = [
            in_scope(m, f"Branch_{n}", "", None, partial(self._branch, m, net, one, g))
            for n, one in enumerate(branches)
        ]
        return self._joined(m, made)

    def _joined(self, m: Machine, made: Sequence[Value]) -> Value:
        return m.library.call(m, "tf.concat", Arguments((m.new_list(made), 3)))

    def _branch(self, m: Machine, net: Value, branch: str, g: dict[str, Any]) -> Value:
        for word in branch.split():
            half = {"padding": "VALID"} if word.endswith("!") and self.version == 3 else {}
            sides = [self._layer(m, net, one, g, **half) for one in word.split("|")]
            net = sides[0] if len(sides) == 1 else self._joined(m, sides)
        return net

    def _layer(self, m: Machine, net: Value, word: str, g: dict[str, Any], **given: Value) -> Value:
        found = _LAYER.match(word)
        assert found is not None, word
        kernel = _size(found["kernel"] or found["named"])
        if found["half"]:
            given["stride"] = 2
        kind = _KINDS.get(found["name"].split("_")[0])
        if kind is not None:
            return layer(m, kind, net, kernel, scope=found["name"], **given)
        depth = self._depth(m, int(found["depth"]), g)
        if self.version == 2 and found["name"] == "Conv2d_1a_7x7":
            given["depth_multiplier"] = _of_channels(m, depth)
            return layer(m, "separable_conv2d", net, depth, kernel, scope=found["name"], **given)
        return layer(m, "conv2d", net, depth, kernel, scope=found["name"], **given)

    def _depth(self, m: Machine, depth: int, g: dict[str, Any]) -> Value:
        if self.version == 1:
            return depth
        factor, least = needed(m, g["depth_multiplier"]), needed(m, g["min_depth"])
        if isinstance(factor, (int, float)) and isinstance(least, int):
            return max(int(depth * factor), least)
        return m.unknown("a depth", kind="int")

    def _auxiliary(self, m: Machine, net: Value, ends: Value, g: dict[str, Any]) -> None:
        def body() -> Value:
            pool = {"stride": 3, "padding": "VALID", "scope": "AvgPool_1a_5x5"}
            made = layer(m, "avg_pool2d", net, (5, 5), **pool)
            made = self._layer(m, made, "Conv2d_1b_1x1:128", g)
            high, wide = _reduced(m, made, 5)
            made = self._layer(m, made, f"Conv2d_2a_{high}x{wide}:768", g, padding="VALID")
            return self._classes(m, made, g, "Conv2d_2b_1x1")

        with defaults(m, *_LAYERS, stride=1, padding="SAME"):
            set_item(m, ends, "AuxLogits", in_scope(m, "AuxLogits", "", None, body))

    def _head(self, m: Machine, net: Value, ends: Value, g: dict[str, Any]) -> Value:
        if self.version == 1:
            net = layer(m, "avg_pool2d", net, (7, 7), stride=1, scope="MaxPool_0a_7x7")
        else:
            high, wide = _reduced(m, net, self.last)
            scope = f"AvgPool_1a_{high}x{wide}"
            net = layer(m, "avg_pool2d", net, (high, wide), padding="VALID", scope=scope)
        net = layer(m, "dropout", net, keep_prob=g["dropout_keep_prob"], scope="Dropout")
        if self.version == 3:
            set_item(m, ends, "PreLogits", net)
        return self._classes(m, net, g, "Conv2d_0c_1x1" if self.version == 1 else "Conv2d_1c_1x1")

    def _classes(self, m: Machine, net: Value, g: dict[str, Any], scope: str) -> Value:
        bare: dict[str, Value] = {"activation_fn": None, "normalizer_fn": None, "scope": scope}
        logits = layer(m, "conv2d", net, g["num_classes"], (1, 1), **bare)
        if not m.truth(g["spatial_squeeze"]):
            return logits
        return m.library.call(m, "tf.squeeze", Arguments((logits, m.new_list((1, 2)))))


def _of_channels(m: Machine, depth: Value) -> Value:
    """How many filters the first layer has for each channel."""
    return min(int(depth / 3), 8) if isinstance(depth, int) else m.unknown("a depth", kind="int")


def _reduced(m: Machine, net: Value, size: int) -> tuple[int, int]:
    """A kernel no larger than its input, where that is known."""
    dims = shape_of(m, net)
    sides = dims[1:3] if isinstance(dims, tuple) and len(dims) == 4 else ()
    if len(sides) < 2 or not all(isinstance(one, int) for one in sides):
        return size, size
    return min(int(sides[0]), size), min(int(sides[1]), size)  # type: ignore[arg-type]


_V3_SCOPE = Signature(
    "weight_decay=0.00004, batch_norm_var_collection=moving_vars, batch_norm_decay=0.9997, "
    "batch_norm_epsilon=0.001, updates_collections=update_ops, use_fused_batchnorm=True"
)
_V2_SCOPE = Signature("weight_decay=0.00004, batch_norm_var_collection=moving_vars")
_V1_SCOPE = Signature(
    "weight_decay=0.00004, use_batch_norm=True, batch_norm_var_collection=moving_vars"
)


def _scope(signature: Signature) -> Model:
    """``inception_v3_arg_scope`` and ``inception_v1_arg_scope``."""

    def run(m: Machine, a: Arguments) -> Value:
        g = signature.bind(m, "inception_arg_scope", a)
        normal = m.truth(g.get("use_batch_norm", True))
        moving = m.new_list((g["batch_norm_var_collection"],))
        collections = {"moving_mean": moving, "moving_variance": moving}
        params: dict[str, Value] = {
            "updates_collections": g.get("updates_collections", "update_ops"),
            "variables_collections": m.new_dict({"beta": None, "gamma": None, **collections}),
        }
        with (
            defaults(m, "conv2d", "fully_connected", weights_regularizer=l2(m, g["weight_decay"])),
            defaults(
                m,
                "conv2d",
                activation_fn=RELU,
                normalizer_fn=NORM if normal else None,
                normalizer_params=m.new_dict(dict(params) if normal else {}),
            ) as scope,
        ):
            return scope

    return run


_VERSIONS = (Inception(1, V1, 7), Inception(2, V2, 7), Inception(3, V3, 8))
_SCOPES = {1: _V1_SCOPE, 2: _V2_SCOPE, 3: _V3_SCOPE}
MODELS: dict[str, Model] = {}
CONSTANTS: dict[str, Value] = {}
for _file in ("inception", *(net.name for net in _VERSIONS)):
    for _net in _VERSIONS:
        MODELS[f"{NETS}.{_file}.{_net.name}"] = _net
        MODELS[f"{NETS}.{_file}.{_net.name}_base"] = _net.base
        MODELS[f"{NETS}.{_file}.{_net.name}_arg_scope"] = _scope(_SCOPES[_net.version])
        _pixels = 299 if _net.version == 3 else 224
        CONSTANTS[f"{NETS}.{_file}.{_net.name}.default_image_size"] = _pixels
MODELS = in_both(MODELS)
CONSTANTS = in_both(CONSTANTS)
