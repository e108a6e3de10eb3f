"""train: each train operation changes what it trains, and nothing else."""

from __future__ import annotations

from pathlib import Path

import pytest
from running import SEEDS, needs_tensorflow, scopecheck, written

from scopecheck.runtime.host import Setting
from scopecheck.runtime.places import Places
from scopecheck.runtime.plot import svg
from scopecheck.runtime.target import parse_target
from scopecheck.runtime.train import Plan, Replicas, Trained, train

pytestmark = needs_tensorflow

IMPORT = "import tensorflow as tf\n"
SEEDED = "tf.compat.v1.set_random_seed(1)\n"
"""What the program builds draws its first weights alike in each run."""
FEED = """
import numpy as np

def gaussian(step, batch):
    draw = np.random.RandomState(step)
    return {
        "real_x": draw.multivariate_normal([1.0, 2.0], [[1.0, 0.5], [0.5, 1.0]], 256),
        "z": draw.normal(size=[256, 2]),
    }
"""


def trained(name: str, plan: Plan) -> Trained:
    return train(parse_target(str(SEEDS / name)), Setting(), plan, Places())


def test_the_dense_gan() -> None:
    found = trained("s0_gan_dense/shared_reuse_true.py", Plan(steps=3))
    assert found.problems == ()
    assert [group.name for group in found.groups] == ["generator/*", "discriminator/*"]
    assert [len(row.changed) for row in found.rows] == [4, 4]
    assert found.rows[0].changed.isdisjoint(found.rows[1].changed)
    assert all(equal for _, _, equal in found.same)
    assert found.added == (0, 0, 0)
    assert sum(found.kernels.values()) > 0


def test_copies_are_named() -> None:
    found = trained("s0_gan_dense/no_scope.py", Plan(steps=1))
    assert [(told, equal) for _, told, equal in found.same] == [("no variable is shared", True)]


TARGET = """
x, y = tf.placeholder(tf.float32, [None, 3]), tf.placeholder(tf.float32, [None])

def values(name):
    with tf.variable_scope(name):
        w = tf.get_variable("w", [3, 1])
    return tf.squeeze(tf.matmul(x, w), 1), w

(own, w), (aim, target) = values("online"), values("target")
loss = tf.reduce_mean(tf.square(y + tf.stop_gradient(aim) - own))
step = tf.train.GradientDescentOptimizer(0.1).minimize(loss, var_list=[w])
{follows}
"""


@pytest.mark.parametrize(
    ("follows", "told"),
    [("target.assign_add(0.1 * (w - target))", "assigns to it at"), ("", "keep the values")],
)
def test_a_target_network(follows: str, told: str, tmp_path: Path) -> None:
    program = written(tmp_path, IMPORT + TARGET.format(follows=follows))
    found = train(parse_target(str(program)), Setting(), Plan(steps=1), Places())
    assert found.problems == ()
    (note,) = found.notes
    assert "target/w:0" in note
    assert told in note


@pytest.mark.parametrize(
    ("name", "accuracy", "steps"),
    [("gaussian_gan.py", 0.5, 1200), ("one_bias_not_shared.py", 1.0, 600)],
)
def test_accuracy_of_the_gaussian_gan(
    name: str, accuracy: float, steps: int, tmp_path: Path
) -> None:
    """Shared, D cannot tell real from fake in the end; with a bias of its own it always can."""
    text = (SEEDS / "s4_gaussian_gan" / name).read_text("utf-8")
    assert IMPORT in text
    program = written(tmp_path, text.replace(IMPORT, IMPORT + SEEDED), name)
    written(tmp_path, FEED, "feed.py")
    plan = Plan(steps=steps, feed="feed:gaussian", watch=("Mean_3",), seed=1)
    found = train(parse_target(str(program)), Setting(), plan, Places())
    (_, values), *_ = found.watched
    late = values[steps // 2 :]
    assert sum(late) / len(late) == pytest.approx(accuracy, abs=0.05)


@pytest.mark.parametrize(
    ("name", "mirrored"),
    [("s0_gan_dense/shared_reuse_true.py", 28), ("s3_keras_gan/toggled_each_step.py", 28)],
)
def test_replicas_agree(name: str, mirrored: int) -> None:
    """Weights (8), two moments of each (16), and what the two optimizers count (4)."""
    target = parse_target(str(SEEDS / name))
    found = train(target, Setting(replicas=2), Plan(steps=2), Places())
    assert found.problems == ()
    assert found.replicas == Replicas(("CPU:0", "CPU:1"), mirrored, ())
    assert {len(row.changed) for row in found.rows} == {4}


def test_replicas_that_differ_and_share_too_little(tmp_path: Path) -> None:
    program = written(
        tmp_path,
        """\
        import tensorflow.compat.v1 as tf

        def net(x):
            with tf.variable_scope("net", reuse=tf.AUTO_REUSE):
                kernel = tf.get_variable("kernel", [3, 1])
            return tf.matmul(x, kernel) + tf.Variable(tf.random_normal([1]))

        def build():
            x = tf.placeholder(tf.float32, [4, 3])
            one, other = net(x), net(x)
            count = tf.get_variable("count", [], trainable=False)
            here = tf.distribute.get_strategy().experimental_local_results(count)[1]
            with tf.control_dependencies([here.assign_add(1.0)]):
                loss = tf.reduce_mean(tf.square(one) + tf.square(other))
            return tf.train.GradientDescentOptimizer(0.1).minimize(loss)
        """,
    )
    target = parse_target(f"{program}::build")
    found = train(target, Setting(replicas=2), Plan(steps=2), Places())
    assert found.replicas == Replicas(("CPU:0", "CPU:1"), 3, ("count:0",))
    *apart, differ = sorted(found.problems)
    assert apart
    assert all("net: " in one and "no, they differ by up to" in one for one in apart)
    assert differ == "the replicas differ in count:0"


def test_a_gpu_that_is_not_there(tmp_path: Path) -> None:
    ran = scopecheck("train", SEEDS / "s0_gan_dense" / "shared_reuse_true.py", "--device", "gpu:7")
    assert ran.code == 2
    assert "--device gpu:7: TensorFlow sees /device:CPU:0" in ran.err


def test_more_gpus_than_there_are(tmp_path: Path) -> None:
    program = SEEDS / "s4_gaussian_gan" / "gaussian_gan.py"
    ran = scopecheck("train", program, "--device", "gpu", "--replicas", "99")
    assert ran.code == 2
    assert "asked for 99 replicas on GPUs; GPUs that TensorFlow sees: " in ran.err
    assert "Traceback" not in ran.err


def test_a_plot(tmp_path: Path) -> None:
    file = tmp_path / "loss.svg"
    program = SEEDS / "s4_gaussian_gan" / "gaussian_gan.py"
    ran = scopecheck("train", program, "--steps", "2", "--plot", file)
    assert ran.code == 0, ran.out + ran.err
    assert file.read_text("utf-8").count("<polyline") == 2


def test_svg_draws_every_step() -> None:
    text = svg([("a<b", [1.0, 2.0, 3.0])], "gan.py")
    assert "a&lt;b" in text
    (points,) = [part.split('"')[0] for part in text.split('points="')[1:]]
    assert len(points.split()) == 3
