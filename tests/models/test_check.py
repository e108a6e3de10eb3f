"""Which TensorFlow a program was written for, and the world it starts in."""

from __future__ import annotations

import pytest
from predictions import traced

from scopecheck.models.versions import infer_version
from scopecheck.symbolic.state import TOO_MANY
from scopecheck.trace import Undecided


@pytest.mark.parametrize(
    ("text", "version"),
    [
        ("import tensorflow.compat.v1 as tf", "2.21"),
        ("import tensorflow as tf\ntf.placeholder", "1.15"),
        ("import tensorflow as tf\ntf.keras.Model", "2.21"),
        ("import tensorflow as other\nother.placeholder", "1.15"),
        ("import tensorflow\ntensorflow.placeholder", "1.15"),
        ("import tensorflow as other\nother.compat.v1.placeholder", "2.21"),
        ("import tensorflow\ntensorflow.keras.Model", "2.21"),
        ("import tensorflow\nfrom tensorflow.python.ops import nn", "1.15"),
        ("print()", "1.15"),
        ("import tensorflow as tf\ntf.get_local_variable", "1.15"),
        ("import tensorflow as tf\ntf.layers.dense(tf.compat.v1.x)", "1.15"),
        ("import numpy as np, tensorflow as tf\ntf.layers.dense(tf.compat.v1.x)", "1.15"),
        ("import tensorflow as tf\ntf = tf.compat.v1\ntf.layers.dense", "2.21"),
        ("import tensorflow as tf\nimport tensorflow.compat.v1 as tf\ntf.layers.dense", "2.21"),
        ("import tensorflow as tf\ntf.compat.v1.disable_eager_execution()\ntf.layers", "2.21"),
    ],
)
def test_the_version_by_the_names(text: str, version: str) -> None:
    assert infer_version(text) == version


def test_a_file_where_tf_is_tensorflow_one_tells_for_all_of_a_program() -> None:
    ported = "import tensorflow.compat.v1 as tf\ntf.placeholder"
    assert infer_version("import tensorflow as tf\ntf.placeholder", ported) == "1.15"
    assert infer_version("import tensorflow as tf\ntf.reduce_mean", ported) == "2.21"
    assert infer_version("tf = None\ntf.placeholder", ported) == "2.21"


def test_endings_of_joined_paths_hold_every_variable_once() -> None:
    trace = traced(
        "import random\nif random.random() < 0.5:\n    a = 1\ntf.get_variable('w', [1])\n"
    )
    names = {held.variable.name for ending in trace.endings for held in ending.holdings}
    assert names == {"w:0"}


def test_a_handled_refusal_is_marked() -> None:
    trace = traced("try:\n    tf.get_variable('w', [-1])\nexcept ValueError:\n    pass\n")
    refused = [event for event in trace.events if getattr(event, "outcome", "") == "refused"]
    assert [event.handled for event in refused] == [True]


@pytest.mark.parametrize(
    "iterator",
    [
        "itertools.cycle([1, 2, 3])",
        "itertools.islice(itertools.count(), 5000)",
        "itertools.chain(iter([0]), itertools.islice(itertools.count(), 5000))",
    ],
)
def test_an_iterator_that_more_passes_advanced_than_are_followed(iterator: str) -> None:
    program = f"""
import itertools
import random

data = {iterator}
while True:
    image = next(data)
    if random.random() > 0.5:
        image = next(data)
    if image == 9:
        break
tf.get_variable("w", [2])
"""
    ends = [end for end in traced(program).endings if end.error is None]
    assert [[held.variable.name for held in end.holdings] for end in ends] == [["w:0"]]


def test_what_is_not_followed_to_its_end_is_told_once_with_the_place() -> None:
    tests = "".join(f"if f():\n    tf.get_variable('w{i}', [1])\n" for i in range(6))
    trace = traced("def f():\n    return input() == 'yes'\n" + tests)
    (told,) = trace.of(Undecided)
    assert (told.what, told.reason) == ("what follows", TOO_MANY)
    assert told.site.line > 5


@pytest.mark.parametrize(
    ("program", "known"),
    [
        ("tf.train.init_from_checkpoint('kept', {'/': '/'})", "GraphRestored"),
        (
            "from tensorflow.contrib import slim\n"
            "slim.assign_from_checkpoint_fn('kept', [w])(session)",
            "GraphRestored",
        ),
        ("tf.train.Saver([w]).restore(session, 'kept')", "GraphRestored"),
        ("import elsewhere\nelsewhere.load(session, 'kept')", "Undecided"),
        ("import elsewhere\nelsewhere.load('kept')", None),
        ("tf.train.load_checkpoint('kept')", None),
    ],
)
def test_what_gives_variables_other_values(program: str, known: str | None) -> None:
    trace = traced(f"w = tf.get_variable('w', [1])\nsession = tf.Session()\n{program}\n")
    told = {type(event).__name__ for event in trace.events}
    assert told & {"GraphRestored", "Undecided"} == ({known} if known else set())
