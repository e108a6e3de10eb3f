"""``tf.contrib.slim.nets``: Inception, versions 1 and 3.

Source: tensorflow/contrib/slim/python/slim/nets/{inception_v1,inception_v3}.py.
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
from scopecheck.models.slim.layers import NETS, NORM, RELU, defaults, l2, layer
from scopecheck.symbolic.calls import Arguments
from scopecheck.symbolic.decisions import needed
from scopecheck.symbolic.subscripts import get_item, set_item
from scopecheck.symbolic.values import Extern, Value

if TYPE_CHECKING:
    from scopecheck.symbolic.machine import Machine

# A layer is written NAME:depth. Its kernel is at the end of its name, unless @3x3 gives another;
# ! strides by 2, in a block without padding. a|b are side by side, and their outputs are joined.
_LAYER = re.compile(
    r"(?P<name>\w+?_(?P<named>\d+x\d+))(?::(?P<depth>\d+))?(?:@(?P<kernel>\d+x\d+))?(?P<half>!?)$"
)
_AVERAGE, _ONE = "AvgPool_0a_3x3", "Conv2d_0a_1x1"


def _five(last: int, names: tuple[str, str] = (_ONE, "Conv2d_0b_5x5")) -> tuple[str, ...]:
    return (
        f"{_ONE}:64",
        f"{names[0]}:48 {names[1]}:64",
        f"{_ONE}:64 Conv2d_0b_3x3:96 Conv2d_0c_3x3:96",
        f"{_AVERAGE} Conv2d_0b_1x1:{last}",
    )


def _six(n: int) -> tuple[str, ...]:
    return (
        f"{_ONE}:192",
        f"{_ONE}:{n} Conv2d_0b_1x7:{n} Conv2d_0c_7x1:192",
        f"{_ONE}:{n} Conv2d_0b_7x1:{n} Conv2d_0c_1x7:{n} Conv2d_0d_7x1:{n} Conv2d_0e_1x7:192",
        f"{_AVERAGE} Conv2d_0b_1x1:192",
    )


def _seven(third: str) -> tuple[str, ...]:
    return (
        f"{_ONE}:320",
        f"{_ONE}:384 Conv2d_0b_1x3:384|{third}:384",
        f"{_ONE}:448 Conv2d_0b_3x3:384 Conv2d_0c_1x3:384|Conv2d_0d_3x1:384",
        f"{_AVERAGE} Conv2d_0b_1x1:192",
    )


def _first(*depths: int, third: str = "Conv2d_0b_3x3") -> tuple[str, ...]:
    a, b, c, d, e, f = depths
    return (
        f"{_ONE}:{a}",
        f"{_ONE}:{b} Conv2d_0b_3x3:{c}",
        f"{_ONE}:{d} {third}:{e}",
        f"MaxPool_0a_3x3 Conv2d_0b_1x1:{f}",
    )


_V3: tuple[str | tuple[str, tuple[str, ...]], ...] = (
    "Conv2d_1a_3x3:32!",
    "Conv2d_2a_3x3:32",
    "Conv2d_2b_3x3:64",
    "MaxPool_3a_3x3!",
    "Conv2d_3b_1x1:80",
    "Conv2d_4a_3x3:192",
    "MaxPool_5a_3x3!",
    ("Mixed_5b", _five(32)),
    ("Mixed_5c", _five(64, ("Conv2d_0b_1x1", "Conv_1_0c_5x5"))),
    ("Mixed_5d", _five(64)),
    (
        "Mixed_6a",
        (
            "Conv2d_1a_1x1:384@3x3!",
            f"{_ONE}:64 Conv2d_0b_3x3:96 Conv2d_1a_1x1:96@3x3!",
            "MaxPool_1a_3x3!",
        ),
    ),
    ("Mixed_6b", _six(128)),
    ("Mixed_6c", _six(160)),
    ("Mixed_6d", _six(160)),
    ("Mixed_6e", _six(192)),
    (
        "Mixed_7a",
        (
            f"{_ONE}:192 Conv2d_1a_3x3:320!",
            f"{_ONE}:192 Conv2d_0b_1x7:192 Conv2d_0c_7x1:192 Conv2d_1a_3x3:192!",
            "MaxPool_1a_3x3!",
        ),
    ),
    ("Mixed_7b", _seven("Conv2d_0b_3x1")),
    ("Mixed_7c", _seven("Conv2d_0c_3x1")),
)
_V1: tuple[str | tuple[str, tuple[str, ...]], ...] = (
    "Conv2d_1a_7x7:64!",
    "MaxPool_2a_3x3!",
    "Conv2d_2b_1x1:64",
    "Conv2d_2c_3x3:192",
    "MaxPool_3a_3x3!",
    ("Mixed_3b", _first(64, 96, 128, 16, 32, 32)),
    ("Mixed_3c", _first(128, 128, 192, 32, 96, 64)),
    "MaxPool_4a_3x3!",
    ("Mixed_4b", _first(192, 96, 208, 16, 48, 64)),
    ("Mixed_4c", _first(160, 112, 224, 24, 64, 64)),
    ("Mixed_4d", _first(128, 128, 256, 24, 64, 64)),
    ("Mixed_4e", _first(112, 144, 288, 32, 64, 64)),
    ("Mixed_4f", _first(256, 160, 320, 32, 128, 128)),
    "MaxPool_5a_2x2!",
    ("Mixed_5b", _first(256, 160, 320, 32, 128, 128, third="Conv2d_0a_3x3")),
    ("Mixed_5c", _first(384, 192, 384, 48, 128, 128)),
)
_KINDS = {"MaxPool": "max_pool2d", "AvgPool": "avg_pool2d"}
_LAYERS = ("conv2d", "max_pool2d", "avg_pool2d")


def _size(text: str) -> tuple[int, int]:
    high, wide = text.split("x")
    return int(high), int(wide)


@dataclass(frozen=True)
class Inception:
    """One version of the network. rows: its layers, and its blocks with their branches."""

    version: int
    rows: Sequence[str | tuple[str, tuple[str, ...]]]

    @property
    def name(self) -> str:
        """``inception_v1`` or ``inception_v3``."""
        return f"inception_v{self.version}"

    @property
    def scope(self) -> str:
        """``InceptionV1`` or ``InceptionV3``."""
        return f"InceptionV{self.version}"

    @property
    def _scaled(self) -> str:
        return ", min_depth=16, depth_multiplier=1.0" if self.version == 3 else ""

    def base(self, m: Machine, a: Arguments) -> Value:
        """``inception_v3_base(inputs, final_endpoint, …, scope)``: the network without its head."""
        last = "Mixed_7c" if self.version == 3 else "Mixed_5c"
        names = f"inputs, final_endpoint={last}{self._scaled}, scope={self.scope}"
        g = Signature(names).bind(m, f"{self.name}_base", a)
        body = partial(self._base, m, g["inputs"], g, needed(m, g["final_endpoint"]))
        return in_scope(m, g["scope"], self.scope, None, body)

    def __call__(self, m: Machine, a: Arguments) -> Value:
        """``inception_v3(inputs, num_classes, …)``: logits and end points."""
        names = (
            f"inputs, num_classes=1000, is_training=True, dropout_keep_prob=0.8{self._scaled}, "
            f"prediction_fn=None, spatial_squeeze=True, reuse=None, scope={self.scope}"
        )
        g = Signature(names).bind(m, self.name, a)

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

    def _base(self, m: Machine, net: Value, g: dict[str, Any], last: Value) -> Any:
        ends = m.new_dict({})
        for row in self.rows:
            name = row[0] if isinstance(row, tuple) else row.split(":")[0].rstrip("!")
            padded = self.version == 1 or isinstance(row, tuple)
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
            half = {"padding": "VALID"} if word.endswith("!") else {}
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
            high, wide = _reduced(m, net, 8)
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


_VERSIONS = (Inception(1, _V1), Inception(3, _V3))
MODELS: dict[str, Model] = {}
CONSTANTS: dict[str, Value] = {}
for _file in ("inception", "inception_v1", "inception_v3"):
    for _net in _VERSIONS:
        MODELS[f"{NETS}.{_file}.{_net.name}"] = _net
        MODELS[f"{NETS}.{_file}.{_net.name}_base"] = _net.base
        _given = _scope(_V1_SCOPE if _net.version == 1 else _V3_SCOPE)
        MODELS[f"{NETS}.{_file}.{_net.name}_arg_scope"] = _given
        _pixels = 224 if _net.version == 1 else 299
        CONSTANTS[f"{NETS}.{_file}.{_net.name}.default_image_size"] = _pixels
