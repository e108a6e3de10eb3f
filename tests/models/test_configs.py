"""Configurations whose items are attributes, of packages that need not be installed."""

from __future__ import annotations

from predictions import traced

PROGRAM = """
import tensorflow as tf
from easydict import EasyDict as edict

cfg = edict({"TRAIN": {"HIDDEN": 8}, "NAMES": ["a", "b"]})
cfg.TEST = edict()
cfg.TEST.HIDDEN = cfg["TRAIN"].HIDDEN
cfg.TEST["REUSE"] = True


def net(x, options):
    with tf.variable_scope("net", reuse=options.get("REUSE")):
        return tf.layers.dense(x, options.HIDDEN, name="fc")


x = tf.placeholder(tf.float32, [None, 4])
for name in cfg.NAMES:
    with tf.variable_scope(name):
        net(x, cfg.TRAIN)
        net(x, cfg.TEST)
for name, options in sorted((k, v) for k, v in cfg.items() if k.startswith("T")):
    if name == "TRAIN":
        net(x, options)
cfg.TEST.update(HIDDEN=9)
net(x, cfg.TEST)
"""


def test_items_of_an_easy_dict_are_attributes() -> None:
    (ending,) = traced(PROGRAM).endings
    names = [held.variable.name for held in ending.holdings]
    assert names == [
        f"{scope}net/fc/{part}:0" for scope in ("a/", "b/", "") for part in ("kernel", "bias")
    ]
    assert ending.error is not None
    assert "specified shape (4, 9) and found shape (4, 8)" in str(ending.error.message)


def test_dicts_that_an_easydict_is_given_are_easydicts() -> None:
    program = """
from easydict import EasyDict as edict
c = edict()
c.net = {"a": 3, "deep": {"b": 4}}
c["layers"] = [{"c": 5}, 1]
c.update({"m": {"d": 6}}, e=7)
tf.get_variable("w", [c.net.a, c.net.deep.b, c.layers[0].c, c.m.d, c.e])
"""
    (ending,) = traced(program).endings
    assert [held.variable.shape for held in ending.holdings] == [(3, 4, 5, 6, 7)]
