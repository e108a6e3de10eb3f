"""What is told to be undecided: each cause once, and nothing that can't touch a graph."""

from __future__ import annotations

import pytest
from predictions import traced

from scopecheck.config import Config
from scopecheck.engine import check_source
from scopecheck.trace import Undecided

DATA = {
    "a star import of a library without graphs": (
        "from vizdoom import *\ngame = DoomGame()\ngame.init()\ngame.new_episode()\n"
    ),
    "names of a notebook": "display(1)\nget_ipython().magic('matplotlib inline')\nhelp(Ellipsis)\n",
    "a recursion on data": (
        "class Tree(object):\n"
        "    def up(self, at, change):\n"
        "        self.tree[at] += change\n"
        "        if at != 0:\n"
        "            self.up((at - 1) // 2, np.sum(change))\n"
        "import numpy as np\n"
        "Tree().up(np.random.randint(9), 1.0)\n"
    ),
    "a function for another process": (
        "import multiprocessing as mp\n"
        "def work(n):\n"
        "    tf.get_variable('other', [n])\n"
        "mp.Process(target=work, args=(1,)).start()\n"
    ),
    "what a test's class inherits": (
        "class Test(tf.test.TestCase):\n"
        "    @classmethod\n"
        "    def setUpClass(cls):\n"
        "        super(Test, cls).setUpClass()\n"
        "        cls.size = 1\n"
        "Test.setUpClass()\n"
    ),
    "help about a network": ("def network():\n    tf.get_variable('other', [2])\nhelp(network)\n"),
    "layers and operations of libraries beside TensorFlow": (
        "from keras_contrib.layers.normalization import InstanceNormalization\n"
        "import tensorflow_addons as tfa, tensorflow_probability as tfp\n"
        "InstanceNormalization(), tfa.layers.GroupNormalization(2), tfa.optimizers.AdamW(0.1)\n"
        "tfp.stats.covariance(tf.zeros([2, 3])), tfa.image.rotate(tf.zeros([4, 4, 3]), 0.1)\n"
    ),
    "items of what a library has": (
        "import numpy as np\ntf.get_variable('other', np.cast[np.float32](np.zeros([3])).shape)\n"
    ),
    "files that a function of the program keeps": (
        "import os\n"
        "def every(folder):\n"
        "    for root, folders, files in os.walk(folder):\n"
        "        yield root\n"
        "        for file in files:\n"
        "            yield os.path.join(root, file)\n"
        "def keeps(path):\n"
        "    if 'png' in path or 'jpg' in path or 'bmp' in path:\n"
        "        return True\n"
        "    else:\n"
        "        return False\n"
        "paths = [path for path in every('images') if keeps(path)]\n"
    ),
    "columns that only describe": "tf.feature_column.numeric_column('x', shape=[3])\n",
}


def undecided(program: str, version: str = "1.15") -> list[str]:
    return [event.what for event in traced(program, version).of(Undecided)]


@pytest.mark.parametrize("name", DATA)
def test_what_builds_no_graph_is_decided(name: str) -> None:
    assert undecided(f"{DATA[name]}tf.get_variable('w', [1])\n") == []


def test_what_follows_from_an_undecided_call_is_not_told_again() -> None:
    program = (
        "import sonnet as snt\n"
        "net = snt.template('input').conv2d(5).flatten_it()\n"
        "with net.scope_of():\n"
        "    for part in net.parts:\n"
        "        part(net[0])\n"
    )
    assert undecided(program) == ["sonnet.template"]


def test_a_call_that_follows_from_an_undecided_one_still_taints() -> None:
    program = (
        "import sonnet as snt\n"
        "make = snt.template('input')\n"
        "with tf.variable_scope('a', reuse=True):\n"
        "    tf.get_variable('w', [1])\n"
    )
    assert undecided(program) == ["sonnet.template", "a/w"]


def test_a_star_import_of_an_unknown_module_may_build() -> None:
    assert undecided("from vizdoom import *\nfrom networks import *\nbuild()\n") == ["build"]


def test_a_recursion_that_may_build_is_undecided() -> None:
    program = "def block(n):\n    tf.layers.dense(x, n)\n    return block(n + 1)\nblock(1)\n"
    assert "block" in undecided(f"x = tf.placeholder(tf.float32, [None, 3])\n{program}")


def test_a_configuration_may_make_variables() -> None:
    program = (
        "tf.keras.metrics.Mean.from_config(kept)\n"
        "tf.keras.Sequential.from_config(kept)\n"
        "layer = tf.keras.layers.Dense.from_config(kept)\n"
    )
    told = ["tf.keras.metrics.Mean.from_config", "tf.keras.Sequential.from_config"]
    for whole in ("models.load_model('kept.h5')", "applications.ResNet50(weights=None)"):
        assert undecided(f"tf.keras.{whole}\n") == [f"tf.keras.{whole.partition('(')[0]}"]
    assert undecided(f"kept = {{}}\n{program}") == told
    called = "tf.keras.layers.Dense.from_config({})(tf.zeros([2, 3]))\n"
    assert undecided(called) == ["the variables of a Keras layer in a graph"]


GIVEN_BY_A_CALLER = """
import tensorflow as tf


def loss_of(network, images, heads):
    return network.answer(images) + heads[0](images)


def train(loss, listed):
    optimizer = tf.train.AdamOptimizer()
    pairs = optimizer.compute_gradients(loss, var_list=listed)
    optimizer.apply_gradients(pairs)


class Trainer(object):
    def __init__(self, build):
        self.build = build

    def start(self):
        return self.build(tf.zeros([1, 2]))
"""


def test_what_a_caller_gives_that_is_not_there() -> None:
    notes = check_source(GIVEN_BY_A_CALLER, "program.py", Config(verbose=True)).result.notes
    told = {(one.site.line, one.message.partition(": ")[2]) for one in notes}
    ending = "and no checked file calls it"
    assert told == {
        (6, f"network.answer and others: who calls `loss_of` gives what is called, {ending}"),
        (12, f"the optimizer's variables: who calls `train` gives them, {ending}"),
        (20, f"build: who calls `Trainer` gives what is called, {ending}"),
    }
