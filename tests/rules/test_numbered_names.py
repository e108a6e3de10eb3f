"""Lists by names with a number in them that is not known."""

from __future__ import annotations

from scopecheck.engine import check_source

PROGRAM = """
import sys
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()
h = tf.placeholder(tf.float32, [None, 4])
for i in range(int(sys.argv[1])):
    h = tf.layers.dense(h, 4, name="g_%d" % i)
    h = tf.layers.batch_normalization(h, training=True, name={name})
h = tf.layers.dense(h, 4, name="g_out")
listed = [v for v in tf.trainable_variables() if v.name.startswith("g_")]
step = tf.train.AdamOptimizer().minimize(tf.reduce_mean(h), var_list=listed)
"""


def told(name: str) -> list[tuple[str, tuple[str, ...]]]:
    found = check_source(PROGRAM.format(name=name), "program.py").result.findings
    return [(one.code, one.variables) for one in found]


def test_the_constant_part_decides_what_is_listed() -> None:
    assert told('"norm_%d" % i') == [("SCO301", ("norm_…/gamma", "norm_…/beta"))]
    assert told('"norm_{}".format(i)') == [("SCO301", ("norm_…/gamma", "norm_…/beta"))]
    assert told('"g_norm_%d" % i') == []


def test_a_name_of_which_nothing_is_known_decides_nothing() -> None:
    assert told("sys.argv[2] + str(i)") == []
