"""verify: what the calls of networks share in the real graph, and what the rules say of it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from running import SEEDS, codes, needs_tensorflow, scopecheck, verified, written

pytestmark = needs_tensorflow


def test_python_2_source_keeps_its_lines() -> None:
    ran = verified(SEEDS / "s1_variable_scope" / "variable_scope.py")
    assert [(one.code, one.site.line) for one in ran.findings] == [("SCO103", 64)]


def test_a_function_with_arguments(tmp_path: Path) -> None:
    program = written(
        tmp_path,
        """\
        import tensorflow as tf

        def net(x, units):
            with tf.variable_scope("net", reuse=tf.AUTO_REUSE):
                return tf.layers.dense(x, units / 2, name="fc")

        def both(images, units):
            return net(images, units), net(images * 2.0, units)
        """,
    )
    arguments = ["--arg", "images=float32[None,4]", "--arg", "units=6"]
    ran = scopecheck("verify", f"{program}::both", *arguments, "--output-format", "json")
    assert ran.code == 0, ran.err
    (network,) = json.loads(ran.out)["networks"]
    assert network["name"] == "net"
    assert network["shared"] == ["net/fc/kernel:0", "net/fc/bias:0"]


def test_what_a_target_needs(tmp_path: Path) -> None:
    program = written(tmp_path, "def f(a, b=1):\n    pass\n")
    for name, message in (
        ("f", "f needs --arg a=VALUE"),
        ("g", "has no g"),
    ):
        ran = scopecheck("verify", f"{program}::{name}", "--shim", "off")
        assert ran.code == 2
        assert message in ran.err


def test_stand_ins_and_the_command_line(tmp_path: Path) -> None:
    program = written(
        tmp_path,
        """\
        import sys
        import tensorflow as tf
        import matplotlib.pyplot as plt
        import special.reader as reader
        from tensorflow.examples.tutorials.mnist import input_data

        mnist = input_data.read_data_sets("nowhere", one_hot=True)
        images, labels = mnist.train.next_batch(5)
        figure, axes = plt.subplots(2)
        plt.show()
        for item in reader.Items(3).all:
            pass
        tf.get_variable(sys.argv[1], [images.shape[1], labels.shape[1]])
        """,
    )
    ran = scopecheck("verify", program, "--stub", "special", "--output-format", "json", "--", "w")
    assert ran.code == 0, ran.err


@pytest.mark.parametrize(
    ("use", "name"),
    [
        ("tf.contrib.opt.AdamWOptimizer(0.1)", "tf.contrib.opt"),
        ("from tensorflow.contrib import legacy_seq2seq", "tf.contrib.legacy_seq2seq"),
        ("import tensorflow.contrib.gan as tfgan", "tf.contrib.gan"),
    ],
)
def test_a_missing_endpoint_is_named(use: str, name: str, tmp_path: Path) -> None:
    ran = scopecheck("verify", written(tmp_path, f"import tensorflow as tf\n{use}\n"))
    assert ran.code == 2
    assert f"MissingEndpoint: {name}: TensorFlow 2.21.0 has no such endpoint" in ran.err


def test_a_notebook(tmp_path: Path) -> None:
    cells = [
        "%matplotlib inline\nimport tensorflow as tf",
        "w = tf.get_variable('w', [2])",
        "v = tf.get_variable('w', [2])",
    ]
    notebook = {
        "cells": [{"cell_type": "code", "source": text, "metadata": {}} for text in cells],
        "metadata": {},
        "nbformat": 4,
        "nbformat_minor": 5,
    }
    ran = verified(written(tmp_path, json.dumps(notebook), "gan.ipynb"))
    assert [(one.code, one.site.cell, one.site.line) for one in ran.findings] == [("SCO101", 2, 1)]


def test_variables_that_a_function_finds_outside(tmp_path: Path) -> None:
    program = written(
        tmp_path,
        """\
        import tensorflow as tf

        w = tf.Variable(tf.random_normal([4, 1]))
        g = tf.Variable(tf.random_normal([2, 4]))

        def discriminator(x):
            return tf.matmul(x, w)

        real = discriminator(tf.placeholder(tf.float32, [None, 4]))
        fake = discriminator(tf.matmul(tf.placeholder(tf.float32, [None, 2]), g))
        """,
    )
    (sharing,) = verified(program).sharings
    assert (sharing.name, sharing.shared, sharing.different) == (
        "discriminator",
        ("Variable:0",),
        (),
    )
    assert "bit for bit" in sharing.compared


def test_one_bias_from_a_scope_of_its_own(tmp_path: Path) -> None:
    program = written(
        tmp_path,
        """\
        import tensorflow as tf

        def judge(x, name, reuse=None):
            with tf.variable_scope("judge", reuse=reuse):
                w = tf.get_variable("w", [4, 1])
            with tf.variable_scope(name):
                b = tf.get_variable("b", [1])
            return tf.matmul(x, w) + b

        with tf.variable_scope("maker"):
            fake = tf.layers.dense(tf.placeholder(tf.float32, [None, 2]), 4)
        on_real = judge(tf.placeholder(tf.float32, [None, 4]), "judge_real")
        on_fake = judge(fake, "judge_fake", reuse=True)
        judged = tf.reduce_mean(on_fake) - tf.reduce_mean(on_real)
        train = tf.train.AdamOptimizer().minimize
        train(judged, var_list=tf.trainable_variables("judge"))
        train(-tf.reduce_mean(on_fake), var_list=tf.trainable_variables("maker"))
        """,
    )
    ran = verified(program)
    assert [(one.code, one.site.line, one.variable) for one in ran.findings] == [
        ("SCO202", 13, "judge_fake/b")
    ]
    (sharing,) = ran.sharings
    assert (sharing.name, sharing.shared) == ("judge", ("judge/w:0",))
    assert not sharing.complete


def test_a_keras_model_that_its_steps_leave_alone() -> None:
    ran = verified(SEEDS / "s3_keras_gan" / "seed_order.py")
    assert [(one.code, one.site.line) for one in ran.findings] == [("SCO401", 31)]
    assert ran.trace.keras == "3"
    assert codes(verified(SEEDS / "s3_keras_gan" / "toggled_each_step.py")) == []


def test_a_switch_of_no_known_rank_is_fed(tmp_path: Path) -> None:
    program = written(
        tmp_path,
        """\
        import tensorflow as tf

        training, keep = tf.placeholder(tf.bool), tf.placeholder(tf.float32)

        def judge(x, reuse=None):
            with tf.variable_scope("judge", reuse=reuse):
                x = tf.layers.batch_normalization(tf.nn.dropout(x, keep), training=training)
                return tf.layers.dense(x, 1)

        image = tf.placeholder(tf.float32, [None, 4])
        judge(image), judge(image * 2.0, reuse=True)
        """,
    )
    (sharing,) = verified(program).sharings
    assert "bit for bit" in sharing.compared


def test_a_default_that_is_computed_otherwise_is_no_second_way(tmp_path: Path) -> None:
    program = written(
        tmp_path,
        """\
        import tensorflow as tf

        def net(x, rate):
            with tf.variable_scope("net"):
                return tf.layers.dense(x, 2) * rate

        rate = tf.placeholder_with_default(0.5, [])
        net(tf.placeholder(tf.float32, [None, 3]), rate)
        """,
    )
    assert verified(program).sharings == ()


@pytest.mark.parametrize(
    ("second", "told"),
    [
        ("False, reuse=True", "is_training is False, not True; it reads g/bn/moving_mean:0 and 1"),
        ("True, reuse=True", None),
    ],
)
def test_calls_in_another_mode(second: str, told: str | None, tmp_path: Path) -> None:
    program = written(
        tmp_path,
        f"""\
        import tensorflow as tf

        def generator(z, is_training, reuse=False):
            with tf.variable_scope("g", reuse=reuse):
                hidden = tf.layers.dense(z, 8, name="fc")
                hidden = tf.layers.batch_normalization(hidden, training=is_training, name="bn")
                return tf.layers.dense(hidden, 4, name="out")

        z = tf.placeholder(tf.float32, [None, 3])
        fake = generator(z, True)
        sample = generator(z, {second})
        """,
    )
    (sharing,) = verified(program).sharings
    assert sharing.complete
    assert ("they differ" in sharing.compared) == (told is not None)
    if told is None:
        assert sharing.notes == ()
    else:
        (note,) = sharing.notes
        assert told in note
        assert "reuse" not in note


def test_names_and_methods_of_python_2_in_a_source_that_python_3_reads(tmp_path: Path) -> None:
    program = written(
        tmp_path,
        """\
        import tensorflow as tf
        from sizes import SIZES

        for number in xrange(2):
            for name, size in SIZES.iteritems():
                tf.get_variable("%s_%d" % (name, number), [size / 2])
        """,
    )
    written(tmp_path, "SIZES = dict((unicode(n), 2 * n) for n in xrange(1, 2))\n", "sizes.py")
    (ending,) = verified(program).trace.endings
    assert [one.variable.name for one in ending.holdings] == ["1_0:0", "1_1:0"]


def test_what_a_thread_does_belongs_to_who_started_it(tmp_path: Path) -> None:
    program = written(
        tmp_path,
        """\
        import threading
        import tensorflow as tf

        def work():
            with graph.as_default():
                tf.get_variable("w", [1])

        graph = tf.get_default_graph()
        thread = threading.Thread(target=work)
        thread.start()
        thread.join()
        """,
    )
    (ending,) = verified(program).trace.endings
    (held,) = ending.holdings
    assert [site.line for site in held.variable.path] == [10, 6]


def test_a_function_that_autograph_took_apart_stands_once_on_the_path(tmp_path: Path) -> None:
    program = written(
        tmp_path,
        """\
        import tensorflow as tf

        def body(row):
            if row.shape[0] > 1:
                return tf.layers.dense(row, 4)
            return row

        x = tf.placeholder(tf.float32, [None, 5, 3])
        tf.map_fn(lambda row: body(row), x)
        """,
    )
    (ending,) = verified(program).trace.endings
    assert {
        tuple((site.line, site.function) for site in held.variable.path) for held in ending.holdings
    } == {((9, "<module>"), (9, "<lambda>"), (5, "body"))}
    assert {held.variable.made_by for held in ending.holdings} == {"tf.layers.dense"}


def test_copies_on_replicas_are_one_variable(tmp_path: Path) -> None:
    program = written(
        tmp_path,
        """\
        import tensorflow.compat.v1 as tf

        tf.disable_v2_behavior()
        cpu, *_ = tf.config.experimental.list_physical_devices("CPU")
        virtual = tf.config.experimental.VirtualDeviceConfiguration
        tf.config.experimental.set_virtual_device_configuration(cpu, [virtual(), virtual()])
        strategy = tf.distribute.MirroredStrategy(["/cpu:0", "/cpu:1"])

        def discriminator(x):
            with tf.variable_scope("discriminator", reuse=tf.AUTO_REUSE):
                return tf.layers.dense(x, 1, name="fc")

        def step():
            with tf.variable_scope("generator"):
                fake = tf.layers.dense(tf.random_normal([4, 2]), 3, name="fc")
            loss = tf.reduce_mean(discriminator(tf.zeros([4, 3])) - discriminator(fake))
            return tf.train.GradientDescentOptimizer(0.1).minimize(loss)

        with strategy.scope():
            train = strategy.group(strategy.run(step))
        with tf.Session() as session:
            session.run(tf.global_variables_initializer())
            session.run(train)
        """,
    )
    ran = verified(program)
    discriminator = next(one for one in ran.sharings if one.name == "discriminator")
    assert len(discriminator.paths) == 4
    assert discriminator.complete
    assert "bit for bit" in discriminator.compared
    names = [one.variable.name for one in ran.trace.endings[0].holdings]
    assert names == [
        f"{net}/fc/{part}:0"
        for net in ("generator", "discriminator")
        for part in ("kernel", "bias")
    ]
    assert {len(loss.trained) for loss in ran.losses} == {4}
    assert codes(ran) == []


def test_names_that_numpy_has_no_more(tmp_path: Path) -> None:
    program = written(
        tmp_path,
        """\
        import numpy as np
        import tensorflow as tf

        data = np.reshape(np.arange(6).astype(np.float), newshape=[2, 3])
        tf.get_variable("w", [np.product(data.shape)], initializer=tf.constant_initializer(np.Inf))
        """,
    )
    (ending,) = verified(program).trace.endings
    assert [one.variable.shape for one in ending.holdings] == [(6,)]
