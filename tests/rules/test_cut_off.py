"""Where a budget ends an unusual way through a program, the usual one is followed to its end.

Of the other nothing is told that only its end could show.
"""

from __future__ import annotations

from scopecheck.engine import check_source

PROGRAM = """
import tensorflow as tf

flags = tf.app.flags
flags.DEFINE_boolean("layerwise", False, "train the scale by a step of its own")
FLAGS = flags.FLAGS


def network(x):
    with tf.variable_scope("network"):
        hidden = tf.layers.dense(x, 8, name="hidden")
        scaled = hidden * tf.get_variable("scale", [8])
        return tf.layers.dense(scaled, 1, name="out")


loss = tf.reduce_mean(tf.square(network(tf.zeros([2, 4]))))
if FLAGS.layerwise:
    listed = [v for v in tf.trainable_variables() if "scale" not in v.name[-9:]]
    train = tf.train.AdamOptimizer().minimize(loss, var_list=[v for v in listed])
    noise = tf.zeros([8])
    for i in range({passes}):
        for j in range({passes}):
            for k in range({passes}):
                noise = noise + 1.0
    scale = [v for v in tf.trainable_variables() if v.name.endswith({ending!r})]
    second = tf.train.AdamOptimizer().minimize(loss, var_list=scale)
else:
    train = tf.train.AdamOptimizer().minimize(loss)
with tf.Session() as session:
    session.run(tf.global_variables_initializer())
    for step in range(100):
        session.run(train)
        session.run(tf.assign(tf.global_variables()[0], tf.zeros([4, 8])))
"""


def _found(passes: int, ending: str) -> list[tuple[str, int]]:
    text = PROGRAM.format(passes=passes, ending=ending)
    return [(one.code, one.site.line) for one in check_source(text, "program.py").result.findings]


def test_a_way_that_takes_too_long() -> None:
    assert _found(90, "scale:0") == [("SCO501", 33)]


def test_the_same_way_to_its_end() -> None:
    assert _found(1, "scale:0") == [("SCO501", 33)]
    assert _found(1, "kernel:0") == [("SCO301", 19), ("SCO501", 33)]
