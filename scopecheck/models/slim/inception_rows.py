"""The layers of the Inception networks, from the input on.

A layer is written NAME:depth. Its kernel is at the end of its name, unless @3x3 gives another;
! strides by 2. a|b are side by side, and their outputs are joined.

Source: tensorflow/contrib/slim/python/slim/nets/{inception_v1,inception_v2,inception_v3}.py.
"""

from __future__ import annotations

Rows = tuple[str | tuple[str, tuple[str, ...]], ...]
"""Layers, and blocks with their branches."""

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


V3: Rows = (
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
V1: Rows = (
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


def _second(*depths: int, pool: str = _AVERAGE) -> tuple[str, ...]:
    a, b, c, d, e, f = depths
    return (
        f"{_ONE}:{a}",
        f"{_ONE}:{b} Conv2d_0b_3x3:{c}",
        f"{_ONE}:{d} Conv2d_0b_3x3:{e} Conv2d_0c_3x3:{e}",
        f"{pool} Conv2d_0b_1x1:{f}",
    )


def _halved(*depths: int) -> tuple[str, ...]:
    a, b, c, d = depths
    return (
        f"{_ONE}:{a} Conv2d_1a_3x3:{b}!",
        f"{_ONE}:{c} Conv2d_0b_3x3:{d} Conv2d_1a_3x3:{d}!",
        "MaxPool_1a_3x3!",
    )


V2: Rows = (
    "Conv2d_1a_7x7:64!",
    "MaxPool_2a_3x3!",
    "Conv2d_2b_1x1:64",
    "Conv2d_2c_3x3:192",
    "MaxPool_3a_3x3!",
    ("Mixed_3b", _second(64, 64, 64, 64, 96, 32)),
    ("Mixed_3c", _second(64, 64, 96, 64, 96, 64)),
    ("Mixed_4a", _halved(128, 160, 64, 96)),
    ("Mixed_4b", _second(224, 64, 96, 96, 128, 128)),
    ("Mixed_4c", _second(192, 96, 128, 96, 128, 128)),
    ("Mixed_4d", _second(160, 128, 160, 128, 160, 96)),
    ("Mixed_4e", _second(96, 128, 192, 160, 192, 96)),
    ("Mixed_5a", _halved(128, 192, 192, 256)),
    ("Mixed_5b", _second(352, 192, 320, 160, 224, 128)),
    ("Mixed_5c", _second(352, 192, 320, 192, 224, 128, pool="MaxPool_0a_3x3")),
)
