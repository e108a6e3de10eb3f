"""Loops over what is not known: what is asked of a pass is answered alike in each call."""

from __future__ import annotations

from pathlib import Path

import pytest

from scopecheck.config import Config
from scopecheck.engine import check_paths

TOWERS = """
import numpy as np
import tensorflow as tf
import tensorflow.contrib.slim as slim

count = int(np.log2(np.load("size.npy").shape[1])) - 2


def net(x, reuse):
    with tf.variable_scope("D", reuse=reuse):
        for idx in range(count):
            x = slim.conv2d(x, 8, 3)
            if idx < count - 1:
                x = slim.conv2d(x, 8, 3, 2)
        for idx in range(count):
            x = slim.conv2d(x, 8, 3)
            if idx < count - 1:
                x = slim.conv2d_transpose(x, 8, 3, 2)
        return slim.conv2d(x, 3, 3)


class Trainer(object):
    def __init__(self, train):
        x = tf.placeholder(tf.float32, [None, 32, 32, 3])
        net(x, False)
        if train:
            net(x, True)
        else:
            net(x * 2.0, True)
        net(x, True)


Trainer(True)
"""
LAYERS = """
import tensorflow as tf


def critic(x, sizes, prefix):
    for i, size in enumerate(sizes{start}):
        if i != len(sizes) - 1 + {first}:
            raise ValueError("one layer is enough")
        x = tf.layers.dense(x, size, name="{{}}_after_{{}}".format(prefix, i))
    return x
"""


def codes(folder: Path, program: str) -> list[str]:
    (folder / "program.py").write_text(program)
    found = check_paths([str(folder / "program.py")], Config(root=folder)).result
    return [one.code for one in found.findings]


def test_towers_over_an_unknown_count_share(tmp_path: Path) -> None:
    assert codes(tmp_path, TOWERS) == []


def test_towers_that_do_not_share_are_told(tmp_path: Path) -> None:
    assert codes(tmp_path, TOWERS.replace("net(x * 2.0, True)", "net(x, False)")) == []
    wrong = TOWERS.replace(
        "            net(x, True)\n        else", "            net(x, False)\n        else"
    )
    assert codes(tmp_path, wrong) == ["SCO101"]


@pytest.mark.parametrize(("start", "first"), [("", 0), (", 1", 1), (", start=5", 5)])
def test_a_later_pass_has_another_number_than_the_first(
    tmp_path: Path, start: str, first: int
) -> None:
    assert codes(tmp_path, LAYERS.format(start=start, first=first)) == []
