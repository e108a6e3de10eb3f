"""Keras models: what is inside of what, and what a training step trains."""

from __future__ import annotations

from pathlib import Path

import pytest
from predictions import raised, traced

from scopecheck.config import Config
from scopecheck.engine import check_paths
from scopecheck.models.keras.version import within
from scopecheck.trace import TrainStep

KERAS = """\
import numpy as np
from tensorflow import keras
from tensorflow.keras import layers
x, y = np.ones((4, 3)), np.ones((4, 1))
"""


def steps(program: str) -> list[TrainStep]:
    """The training steps of a program."""
    return list(traced(program, "2.21", KERAS).of(TrainStep))


def counts(program: str) -> list[tuple[int, int]]:
    """For each step: how many layers Keras 2 trains, and how many have weights."""
    return [
        (sum(bool(layer.two.trained) for layer in step.layers), len(step.layers))
        for step in steps(program)
    ]


@pytest.mark.parametrize(
    ("program", "expected"),
    [
        # the functional API, with branches that meet and a layer called twice
        (
            """\
a, b = keras.Input((3,)), keras.Input((3,))
shared = layers.Dense(4, name="shared")
both = layers.concatenate([shared(a), shared(b)])
model = keras.Model(inputs=[a, b], outputs=layers.Dense(1)(layers.Flatten()(both)))
model.compile("sgd", "mse")
model.fit([x, x], y)
""",
            [(2, 2)],
        ),
        # a model inside a model, by its inputs and outputs
        (
            """\
inner = keras.Sequential([keras.Input((3,)), layers.Dense(4), layers.BatchNormalization()])
again = keras.Model(inner.inputs, inner.outputs)
again.trainable = False
model = keras.Sequential([again, layers.Dense(1)])
model.compile("sgd", "mse")
model.train_on_batch(x, y)
inner.compile("sgd", "mse")
inner.train_on_batch(x, y)
""",
            [(1, 3), (0, 2)],
        ),
        # a layer inside of a frozen model may not be unfrozen alone
        (
            """\
base = keras.Sequential([keras.Input((3,)), layers.Dense(4), layers.Dense(2)])
base.trainable = False
base.layers[-1].trainable = True
model = keras.Sequential([base, layers.Dense(1)])
model.compile("sgd", "mse")
model.train_on_batch(x, y)
""",
            [(1, 3)],
        ),
        # classes of the program, with layers in lists
        (
            """\
class Block(layers.Layer):
    def __init__(self, sizes):
        super().__init__()
        self.all = [layers.Dense(size) for size in sizes]
    def call(self, x):
        for one in self.all:
            x = one(x)
        return x

class Net(keras.Model):
    def __init__(self):
        super().__init__()
        self.block = Block([4, 3])
        self.out = layers.Dense(1)
    def call(self, x):
        return self.out(self.block(x))

net = Net()
net.block.trainable = False
net.compile("sgd", "mse")
net.fit(x, y)
net.trainable = True
net.compile("sgd", "mse")
net.fit(x, y)
""",
            [(1, 3), (3, 3)],
        ),
        # a class of the program in a functional model is one layer of it
        (
            """\
class Net(keras.Model):
    def __init__(self):
        super().__init__()
        self.hidden = layers.Dense(4)
    def call(self, x):
        return self.hidden(x)

net = Net()
inputs = keras.Input((3,))
model = keras.Model(inputs, layers.Dense(1)(net(inputs)))
net.trainable = False
model.compile("sgd", "mse")
model.fit(x, y)
""",
            [(1, 2)],
        ),
        # wrappers and ready-made networks
        (
            """\
vgg = keras.applications.ResNet50(include_top=False)
vgg.trainable = False
inputs = keras.Input((32, 32, 3))
rows = layers.TimeDistributed(layers.Dense(3))(vgg(inputs))
model = keras.Model(inputs, layers.Dense(1)(rows))
model.compile("sgd", "mse")
model.fit(x, y)
""",
            [(2, 3)],
        ),
    ],
)
def test_what_is_trained(program: str, expected: list[tuple[int, int]]) -> None:
    assert counts(program) == expected


def test_keras_2_names_are_the_same_layers() -> None:
    program = """\
from keras.layers.core import Dense
from keras.layers.advanced_activations import LeakyReLU
from keras.models import Sequential
model = Sequential()
model.add(Dense(4, input_shape=(3,)))
model.add(LeakyReLU(0.2))
model.add(Dense(1))
model.compile("sgd", "mse")
model.train_on_batch(x, y)
"""
    assert counts(program) == [(2, 2)]


def test_star_imports_bring_what_is_known() -> None:
    program = """\
from keras.layers import *
from keras.models import *
from numpy.random import *
from somewhere import *
model = Sequential([Input((3,)), Dense(4), BatchNormalization(), LeakyReLU(0.2), Dense(1)])
model.compile("sgd", "mse")
model.train_on_batch(x, y)
"""
    assert counts(program) == [(3, 3)]


@pytest.mark.parametrize(
    ("made", "cls", "frozen"),
    [
        ("layers.Conv2D(4, 3)", "layers.BatchNormalization", 1),
        ("layers.BatchNormalization()", "layers.BatchNormalization", 0),
        ("layers.LSTM(4)", "layers.Conv1D", 1),
        ("layers.Dense(4)", "layers.Layer", 0),
    ],
)
def test_classes_of_layers_are_told_apart(made: str, cls: str, frozen: int) -> None:
    program = f"""\
x = np.load("x.npy")
model = keras.Sequential([{made}])
for layer in model.layers:
    if not isinstance(layer, {cls}):
        layer.trainable = False
model.compile("sgd", "mse")
model.train_on_batch(x, y)
"""
    assert counts(program) == [(1 - frozen, 1)]


def test_a_parameter_called_nb_epoch_says_nothing_of_the_version(tmp_path: Path) -> None:
    assert said(tmp_path, "import keras\ndef train(nb_epoch=2):\n    pass", {}) != ""
    assert said(tmp_path, "import keras\ndef f(m):\n    m.fit(0, 0, nb_epoch=2)", {}) == ""


def test_a_layer_that_is_not_seen_makes_nothing_certain() -> None:
    program = """\
from elsewhere import build
model = keras.Sequential([keras.Input((3,)), build()])
model.trainable = False
model.compile("sgd", "mse")
model.train_on_batch(x, y)
"""
    (step,) = steps(program)
    assert [layer.certain for layer in step.layers] == [False]


def test_no_step_without_a_compile() -> None:
    assert not steps("m = keras.Sequential([layers.Dense(1)])\nm.train_on_batch(x, y)\n")


def test_a_later_step_elsewhere_may_be_made_anew_by_keras_3() -> None:
    program = """\
base = keras.Sequential([keras.Input((3,)), layers.Dense(4)])
model = keras.Sequential([base, layers.Dense(1)])
model.compile("sgd", "mse")
for _ in range(2):
    model.train_on_batch(x, y)
base.trainable = False
model.train_on_batch(x[:2], y[:2])
"""
    *_, last = steps(program)
    (inner,) = [layer for layer in last.layers if len(layer.within) == 3]
    assert [layer.three.trained for layer in last.layers if layer is not inner] == [True]
    assert (inner.two.trained, inner.three.trained) == (True, None)


@pytest.mark.parametrize(("again", "trained"), [("x, y", False), ("x, y, batch_size=2", None)])
def test_but_not_for_the_same_batches(again: str, trained: bool | None) -> None:
    program = f"""\
base = keras.Sequential([keras.Input((3,)), layers.Dense(4)])
base.trainable = False
model = keras.Sequential([base, layers.Dense(1)])
model.compile("sgd", "mse")
model.fit(x, y, epochs=2)
base.trainable = True
model.fit({again})
"""
    *_, last = steps(program)
    (inner,) = [layer for layer in last.layers if len(layer.within) == 3]
    assert inner.three.trained is trained


@pytest.mark.parametrize(
    ("data", "mixed"),
    [
        ("np.append(x, made, axis=0)", True),
        ("np.vstack([x, made])", True),
        ("[x, np.concatenate((made, x))]", True),
        ("np.concatenate([made, made])", False),
        ("[x, made]", False),
        ("made", False),
    ],
)
def test_predictions_among_other_data(data: str, mixed: bool) -> None:
    program = f"""\
maker = keras.Sequential([keras.Input((2,)), layers.Dense(3)])
made = maker.predict(np.ones((4, 2)))
model = keras.Sequential([keras.Input((3,)), layers.Dense(1)])
model.compile("sgd", "mse")
model.train_on_batch({data}, y)
"""
    (step,) = steps(program)
    assert (bool(step.fakes), step.mixed) == (True, mixed)


def test_a_train_step_of_the_program_is_run_once_it_is_reached() -> None:
    program = """\
class Net(keras.Model):
    def train_step(self, data):
        raise ValueError("reached")
net = Net()
net.compile("sgd", "mse")
net.fit(x)
"""
    assert raised(program, "2.21", KERAS) == "ValueError: reached"


# -- which Keras it is ------------------------------------------------------------------

ORDER = """\
judge = keras.Sequential([keras.Input((3,)), keras.layers.Dense(1)])
judge.compile("sgd", "mse")
judge.trainable = False
both = keras.Sequential([keras.Input((3,)), keras.layers.Dense(3), judge])
both.compile("sgd", "mse")
judge.train_on_batch(0, 0)
both.train_on_batch(0, 0)
"""


def said(folder: Path, imports: str, required: dict[str, str], keras: str | None = None) -> str:
    """The message for the order that is right in Keras 2, or nothing."""
    folder.joinpath("gan.py").write_text(imports + "\n" + ORDER, encoding="utf-8")
    for name, text in required.items():
        folder.joinpath(name).write_text(text, encoding="utf-8")
    found = check_paths([folder / "gan.py"], Config(root=folder, keras=keras)).result.findings
    return "\n".join(one.message for one in found)


@pytest.mark.parametrize(
    ("imports", "required"),
    [
        ("import tf_keras as keras", {}),
        ("import os\nos.environ['TF_USE_LEGACY_KERAS'] = '1'\nfrom tensorflow import keras", {}),
        ("import keras\nfrom keras.layers.advanced_activations import LeakyReLU", {}),
        ("import keras", {"requirements.txt": "numpy\nkeras==2.4.3\n"}),
        ("import keras", {"requirements-dev.txt": "Keras <3  # old\n"}),
        ("from tensorflow import keras", {"requirements.txt": "tensorflow-gpu==1.15\n"}),
        ("from tensorflow import keras", {"setup.py": "install_requires=['tensorflow<2.16']\n"}),
        (
            "from tensorflow import keras",
            {"pyproject.toml": 'dependencies = ["tensorflow~=2.9"]\n'},
        ),
    ],
)
def test_the_order_of_keras_2_is_right_there(
    imports: str, required: dict[str, str], tmp_path: Path
) -> None:
    assert said(tmp_path, imports, required) == ""


@pytest.mark.parametrize(
    ("imports", "required"),
    [
        ("import keras", {"requirements.txt": "keras>=3\n"}),
        ("import keras", {"requirements.txt": "tensorflow==2.18.0\n"}),
        ("from tensorflow import keras", {"setup.cfg": "    tensorflow>=2.16\n"}),
        ("import keras\nfrom keras import ops", {"requirements.txt": "numpy\n"}),
        ("import keras", {}),
        ("from tensorflow import keras", {"requirements.txt": "tensorflow>=2.0\n"}),
    ],
)
def test_and_wrong_in_keras_3(imports: str, required: dict[str, str], tmp_path: Path) -> None:
    assert said(tmp_path, imports, required).startswith("on Keras 3 `judge` is never trained")


def test_the_configuration_comes_first(tmp_path: Path) -> None:
    assert said(tmp_path, "import tf_keras as keras", {}, "3").startswith("on Keras 3 ")
    assert said(tmp_path, "import keras", {"requirements.txt": "keras>=3\n"}, "2") == ""


@pytest.mark.parametrize(
    ("bounds", "package", "version"),
    [
        ("==2.*", (3, 0), "2"),
        ("==2.*", (2, 16), None),
        ("==2.15.0", (2, 16), "2"),
        ("==2.16.1", (2, 16), "3"),
        (">=2.4,<3", (3, 0), "2"),
        (">=2.4", (3, 0), None),
        (">=3", (3, 0), "3"),
        ("<2.16", (2, 16), "2"),
        ("~=1.15", (2, 16), "2"),
    ],
)
def test_bounds(bounds: str, package: tuple[int, int], version: str | None) -> None:
    assert within(bounds, package) == version


# -- training loops of a program's own ---------------------------------------------------

LOOP = """\
import tensorflow as tf
base = keras.Sequential([keras.Input((3,)), layers.Dense(4)])
model = keras.Sequential([keras.Input((3,)), base, layers.Dense(1)])
optimizer = keras.optimizers.SGD(0.1)

def step(weights):
    with tf.GradientTape() as tape:
        loss = tf.reduce_mean(model(x))
    optimizer.apply_gradients(zip(tape.gradient(loss, weights), weights))

"""


@pytest.mark.parametrize(
    ("program", "expected"),
    [
        ("step(model.trainable_variables)\n", [(2, 2)]),
        ("base.trainable = False\nstep(model.trainable_weights)\n", [(1, 2)]),
        # a list holds what was trainable when it was taken
        ("taken = model.trainable_variables\nbase.trainable = False\nstep(taken)\n", [(2, 2)]),
        ("base.trainable = False\ntaken = model.trainable_variables\nbase.trainable = True\n"
         "step(taken)\n", [(1, 2)]),
        ("more = keras.Sequential([keras.Input((1,)), layers.Dense(1)])\n"
         "step(model.trainable_variables + more.trainable_variables)\n", [(2, 2), (1, 1)]),
        ("optimizer.minimize(lambda: 0.0, model.trainable_variables)\n", [(2, 2)]),
        ("step([v for v in model.trainable_variables])\n", []),
    ],
)  # fmt: skip
def test_steps_of_a_loop_train_the_weights_in_their_list(
    program: str, expected: list[tuple[int, int]]
) -> None:
    assert counts(LOOP + program) == expected


UNBUILT = """\
import tensorflow as tf

class Net(keras.Model):
    def __init__(self):
        super().__init__()
        self.out = layers.Dense(1{})

    def call(self, inputs):
        return self.out(inputs)

net = Net()
{}
weights = net.trainable_variables
with tf.GradientTape() as tape:
    loss = tf.reduce_mean(net(x))
tape.gradient(loss, weights)
"""


@pytest.mark.parametrize(
    ("option", "before", "unbuilt"),
    [
        ("", "", True),
        ("", "net(x)", False),
        ("", "net.build((None, 3))", False),
        ("", "net.predict(x)", False),
        ("", "net.out.build((None, 3))", False),
        (", input_shape=(3,)", "", False),
    ],
)
def test_a_model_of_ones_own_has_no_weights_before_it_is_called(
    option: str, before: str, unbuilt: bool
) -> None:
    (step,) = steps(UNBUILT.format(option, before))
    assert step.compiled is not None
    assert step.compiled.unbuilt == unbuilt


READY = """\
base = keras.applications.MobileNetV2(weights=None)
{}
model = keras.Sequential([base, layers.Dense(1)])
model.compile("sgd", "mse")
model.fit(x, y)
"""


@pytest.mark.parametrize(
    ("before", "certain"),
    [
        ("base.trainable = False", [(True, True), (False, True)]),
        ("for one in base.layers:\n    one.trainable = False", [(True, True), (False, True)]),
        ("for one in base.layers[:9]:\n    one.trainable = False", [(True, True), (None, True)]),
        ("base.layers[-1].trainable = False", [(True, True), (None, True)]),
        (
            "for i, one in enumerate(base.layers):\n    if i < 9:\n        one.trainable = False",
            [(True, True), (None, True)],
        ),
        ("base.layers[-1].name", [(True, True), (True, True)]),
    ],
)
def test_some_layers_of_a_ready_made_network_are_not_told_apart(
    before: str, certain: list[tuple[bool | None, bool]]
) -> None:
    (step,) = steps(READY.format(before))
    assert [(one.two.trained, one.certain) for one in step.layers] == certain


def test_the_advice_is_right_for_both_versions(tmp_path: Path) -> None:
    program = tmp_path / "gan.py"
    program.write_text(KERAS + FROZEN_LAST, encoding="utf-8")
    (found,) = check_paths([program], Config(root=tmp_path)).result.findings
    assert "on Keras 2 freezing `judge` here comes too late for `whole`" in found.message
    assert "on Keras 3 `judge` is never trained" in found.message
    assert found.help is not None
    assert found.help.startswith("right in every Keras")


FROZEN_LAST = """\
judge = keras.Sequential([keras.Input((3,)), layers.Dense(1)])
maker = keras.Sequential([keras.Input((3,)), layers.Dense(3)])
judge.compile("sgd", "mse")
whole = keras.Sequential([keras.Input((3,)), maker, judge])
whole.compile("sgd", "mse")
judge.trainable = False
for _ in range(3):
    judge.train_on_batch(x, y)
    judge.train_on_batch(maker.predict(x), 0 * y)
    whole.train_on_batch(x, y)
"""
