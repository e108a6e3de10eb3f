"""verify --run: what sessions run after a step, and networks that constructors make."""

from __future__ import annotations

from pathlib import Path

from running import needs_tensorflow, verified, written

pytestmark = needs_tensorflow

AGENT = """\
import numpy as np
import tensorflow as tf


class Values:
    def __init__(self, state, name):
        self.state = state
        with tf.variable_scope(name):
            self.values = tf.layers.dense(state, 2, name="values")


def learn(session, feed):
    for _ in range(2):
        session.run(copy)
        session.run(step, feed)


state, wanted = tf.placeholder(tf.float32, [None, 3]), tf.placeholder(tf.float32, [None, 2])
online, target = Values(state, "online"), Values(state, "target")
error = wanted + tf.stop_gradient(target.values) - online.values
own, other = (tf.trainable_variables(name) for name in ("online", "target"))
step = tf.train.AdamOptimizer().minimize(tf.reduce_mean(tf.square(error)), var_list=own)
copy = [tf.assign({to}, {of}) for mine, its in zip(own, other)]
with tf.Session() as session:
    session.run(tf.global_variables_initializer())
    learn(session, {{state: np.ones([4, 3]), wanted: np.ones([4, 2])}})
"""


def test_a_copy_that_goes_the_other_way(tmp_path: Path) -> None:
    ran = verified(written(tmp_path, AGENT.format(to="mine", of="its")), to_end=True)
    assert [(one.code, one.site.line, one.variable) for one in ran.findings] == [
        ("SCO301", 23, "target/values/kernel")
    ]
    assert [one.site.function for one in ran.findings[0].path] == ["<module>"]
    right = verified(written(tmp_path, AGENT.format(to="its", of="mine")), to_end=True)
    assert right.findings == ()
    (sharing,) = right.sharings
    assert (sharing.name, sharing.shared) == ("Values", ())
    assert "they differ" in sharing.compared


def test_objects_of_one_class_that_share(tmp_path: Path) -> None:
    program = written(
        tmp_path,
        """\
        import tensorflow as tf

        class Tower:
            def __init__(self, size):
                self.images = tf.placeholder(tf.float32, [None, size])
                self.code = tf.layers.dense(self.images, 2, name="code")

        def towers(size):
            with tf.variable_scope("tower"):
                left = Tower(size)
            with tf.variable_scope("tower", reuse=True):
                right = Tower(size)
            return left, right

        towers(4)
        """,
    )
    (sharing,) = verified(program).sharings
    assert (sharing.name, sharing.complete) == ("Tower", True)
    assert "bit for bit" in sharing.compared


NORMALISED = """\
import tempfile
import numpy as np
import tensorflow as tf

def network(x, training):
    hidden = tf.layers.batch_normalization(tf.layers.dense(x, 4), training=training)
    return tf.layers.dense(hidden, 1)

with tf.Graph().as_default() as first:
    images = tf.placeholder(tf.float32, [4, 3], name="x")
    loss = tf.reduce_mean(tf.square(network(images, True)))
    with tf.control_dependencies({updates}):
        step = tf.train.AdamOptimizer().minimize(loss)
    with tf.Session() as session:
        session.run(tf.global_variables_initializer())
        session.run(step, {{"x:0": np.ones([4, 3])}})
        prefix = tf.train.Saver().save(session, tempfile.mkdtemp() + "/model")
with tf.Graph().as_default():
    images = tf.placeholder(tf.float32, [4, 3], name="x")
    answer = network(images, False)
    with tf.Session() as session:
        tf.train.Saver().restore(session, prefix)
        session.run(answer, {{"x:0": np.ones([4, 3])}})
"""


def test_statistics_that_another_graph_reads(tmp_path: Path) -> None:
    ran = verified(written(tmp_path, NORMALISED.format(updates="[]")), to_end=True)
    assert [(one.code, one.site.line) for one in ran.findings] == [("SCO304", 13)]
    assert "different graphs" in ran.sharings[0].compared
    updates = "tf.get_collection(tf.GraphKeys.UPDATE_OPS)"
    ran = verified(written(tmp_path, NORMALISED.format(updates=updates)), to_end=True)
    assert ran.findings == ()


AVERAGED = """\
import numpy as np
import tensorflow as tf

with tf.variable_scope("net"):
    x = tf.placeholder(tf.float32, [4, 3])
    loss = tf.reduce_mean(tf.square(tf.layers.dense(x, 1)))
step = tf.train.GradientDescentOptimizer(0.1).minimize(loss)
averages = tf.train.ExponentialMovingAverage(0.9)
moved = averages.apply(tf.trainable_variables("net"))
read = [averages.average(one) for one in tf.trainable_variables("net")]
with tf.Session() as session:
    session.run(tf.global_variables_initializer())
    session.run({run}, {{x: np.ones([4, 3])}})
    session.run(read)
"""


def test_averages_that_keep_their_initial_values(tmp_path: Path) -> None:
    ran = verified(written(tmp_path, AVERAGED.format(run="step")), to_end=True)
    assert [(one.code, one.site.line) for one in ran.findings] == [("SCO304", 7)]
    ran = verified(written(tmp_path, AVERAGED.format(run="[step, moved]")), to_end=True)
    assert ran.findings == ()


def test_what_a_reset_threw_away(tmp_path: Path) -> None:
    program = written(
        tmp_path,
        """\
        import tensorflow as tf

        def build(w):
            return tf.matmul(tf.placeholder(tf.float32, [2, 3]), w)

        kept = tf.get_variable("w", [3, 4])
        build(kept)
        tf.reset_default_graph()
        build(kept)
        """,
    )
    ran = verified(program)
    assert [(one.code, one.site.line) for one in ran.findings] == [("SCO502", 4)]
    assert [label.site.line for label in ran.findings[0].related] == [8]


def test_a_saver_before_there_is_a_variable(tmp_path: Path) -> None:
    text = "import tensorflow as tf\n{}\n"
    lines = ['tf.get_variable("w", [2])', "tf.train.Saver()"]
    early = verified(written(tmp_path, text.format("\n".join(lines[::-1]))))
    assert [(one.code, one.site.line) for one in early.findings] == [("SCO301", 2)]
