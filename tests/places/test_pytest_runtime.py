"""The fixture ``variable_sharing`` and the markers, in a real TensorFlow."""

from __future__ import annotations

from importlib.util import find_spec
from pathlib import Path

import pytest
from plugins import PLUGIN

FIXES = Path(__file__).parent / "fixes"
HAS_TENSORFLOW = find_spec("tensorflow") is not None
needs_tensorflow = pytest.mark.skipif(not HAS_TENSORFLOW, reason="TensorFlow is not installed")

GAN = """\
import pytest
import tensorflow.compat.v1 as tf

def network(x, size, name, reuse):
    with tf.variable_scope(name, reuse=reuse):
        w = tf.get_variable("w", [x.shape[1], size])
        return tf.matmul(x, w)

def build(scope_of_fake):
    z = tf.ones([8, 2])
    fake = generator(z)
    real = discriminator(tf.zeros([8, 4]) + 0.5, "d")
    judged = discriminator(fake, scope_of_fake)
    return fake, real, judged

def generator(z):
    return network(z, 4, "g", None)

def discriminator(x, scope):
    return network(x, 1, scope, tf.AUTO_REUSE)
"""
TESTS = """\
def test_shared(variable_sharing):
    found = variable_sharing.record(lambda: build("d"))
    assert found["discriminator"].shared == ("d/w:0",)
    variable_sharing.assert_shared("discriminator")
    fake, real, judged = variable_sharing.result
    variable_sharing.assert_shared(real, judged, cut=[fake])

def test_not_shared(variable_sharing):
    variable_sharing.record(lambda: build("d2"))
    variable_sharing.assert_shared("discriminator")

def test_never_called(variable_sharing):
    variable_sharing.record(lambda: build("d"))
    variable_sharing.assert_shared("critic")

def test_tensors_not_shared(variable_sharing):
    fake, real, judged = build("d2")
    variable_sharing.assert_shared(real, judged, cut=[fake])

def test_disjoint(variable_sharing):
    build("d")
    d, g = tf.trainable_variables("d/"), tf.trainable_variables("g/")
    variable_sharing.assert_disjoint(d, g)
    variable_sharing.assert_disjoint(d, tf.trainable_variables())

def test_steps(variable_sharing):
    fake, real, judged = build("d")
    loss = tf.reduce_mean(judged) - tf.reduce_mean(real)
    d, g = tf.trainable_variables("d/"), tf.trainable_variables("g/")
    right = tf.train.GradientDescentOptimizer(0.1).minimize(loss, var_list=d)
    variable_sharing.assert_step_changes(right, d)
    wrong = tf.train.GradientDescentOptimizer(0.1).minimize(loss)
    variable_sharing.assert_step_changes(wrong, d)

def test_graphs_are_fresh(variable_sharing):
    assert tf.global_variables() == []
    assert tf.get_default_graph() is variable_sharing.graph

@pytest.mark.gpu
def test_on_a_gpu():
    raise OSError
"""


@needs_tensorflow
def test_variable_sharing(pytester: pytest.Pytester, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CUDA_VISIBLE_DEVICES", "-1")
    pytester.makepyfile(test_gan=GAN + TESTS)
    result = pytester.runpytest_subprocess(*PLUGIN, "-rA")
    assert result.parseoutcomes()["passed"] == 2
    result.assert_outcomes(passed=2, failed=5, skipped=1)
    result.stdout.fnmatch_lines(["*TensorFlow sees no GPU*"])
    said = [" ".join(line.split()) for line in result.outlines]
    for line in (
        "E AssertionError: not shared",
        "E discriminator: 2 paths, 0 of 2 variables shared",
        "E [1] test_gan.py:12",
        "E d/w:0 x - not shared",
        "E the network: 2 paths, 0 of 2 variables shared",
        "E AssertionError: in both lists:",
        "E d/w:0",
        "E AssertionError: the step changes other variables",
        "E expected changed",
        "E g/w:0 - x differs",
        "E d/w:0 x x",
    ):
        assert line in said
    assert "E AssertionError: no function 'critic' was called twice (called: " in "\n".join(said)


@needs_tensorflow
def test_the_marker(pytester: pytest.Pytester) -> None:
    for name, case in (("wrong", "second_call.before.py"), ("right", "second_call.after.py")):
        Path(f"{name}.py").write_text((FIXES / case).read_text(encoding="utf-8"))
    pytester.makepyfile(
        test_verify="""
        import pytest

        @pytest.mark.scopecheck_verify(target="right.py")
        def test_right():
            pass

        @pytest.mark.scopecheck_verify(target="wrong.py")
        def test_wrong():
            pass

        @pytest.mark.scopecheck_verify("gone.py")
        def test_gone():
            pass
        """
    )
    result = pytester.runpytest_subprocess(*PLUGIN, "--strict-markers")
    result.assert_outcomes(passed=1, failed=2)
    result.stdout.fnmatch_lines(["*error?SCO101?: the variable `d/w` exists*", "*gone.py*"])


def test_without_tensorflow_there_is_a_reason(pytester: pytest.Pytester) -> None:
    pytester.makeconftest(
        """
        import sys
        sys.modules["tensorflow"] = None
        import importlib.util
        known = importlib.util.find_spec
        importlib.util.find_spec = lambda name: None if name == "tensorflow" else known(name)
        """
    )
    pytester.makepyfile(
        """
        import pytest

        def test_fixture(variable_sharing):
            raise RuntimeError

        @pytest.mark.scopecheck_verify(target="gan.py")
        def test_marker():
            raise RuntimeError

        @pytest.mark.gpu
        def test_gpu():
            raise RuntimeError
        """
    )
    result = pytester.runpytest_subprocess(*PLUGIN, "-rs")
    result.assert_outcomes(skipped=3)
    result.stdout.fnmatch_lines(["*TensorFlow is not installed*"])
