"""Lists by names with a number in them that is not known."""

from __future__ import annotations

from scopecheck.engine import check_source

PROGRAM = """
import sys
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()
h = tf.placeholder(tf.float32, [None, 4])
for i in range({first}int(sys.argv[1])):
    h = tf.layers.dense(h, 4, name="g_%d" % i)
    h = tf.layers.batch_normalization(h, training=True, name={name})
h = tf.layers.dense(h, 4, name="g_out")
listed = [v for v in tf.trainable_variables() if v.name.startswith("g_")]
step = tf.train.AdamOptimizer().minimize(tf.reduce_mean(h), var_list=listed)
"""


def told(name: str, first: str = "") -> list[tuple[str, tuple[str, ...]]]:
    found = check_source(PROGRAM.format(name=name, first=first), "program.py").result.findings
    return [(one.code, one.variables) for one in found]


def test_the_constant_part_decides_what_is_listed() -> None:
    both = [("SCO301", ("norm_0/gamma", "norm_0/beta", "norm_…/gamma", "norm_…/beta"))]
    assert told('"norm_%d" % i') == both
    assert told('"norm_{}".format(i)') == both
    assert told('"g_norm_%d" % i') == []


def test_a_name_of_which_nothing_is_known_decides_nothing() -> None:
    assert told("sys.argv[2] + str(i)") == []


def test_a_range_of_unknown_length_begins_where_it_says() -> None:
    from_two = [("SCO301", ("norm_2/gamma", "norm_2/beta", "norm_…/gamma", "norm_…/beta"))]
    assert told('"norm_%d" % i', "2, ") == from_two
    assert told('"norm_%d" % i', "int(sys.argv[2]), ") == [
        ("SCO301", ("norm_…/gamma", "norm_…/beta"))
    ]
    assert told('"norm_%d" % i if i else "g_norm"') == [("SCO301", ("norm_…/gamma", "norm_…/beta"))]
    assert told('"norm_%d" % i if i == 0 else "g_norm_%d" % i') == [
        ("SCO301", ("norm_0/gamma", "norm_0/beta"))
    ]
