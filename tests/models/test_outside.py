"""Calls of what is not modelled: undecided where they may make variables, in whichever graph."""

from __future__ import annotations

import pytest
from predictions import made, raised, traced

from scopecheck.engine import check_source

BEFORE = """
import tensorflow as tf
import tensorflow_datasets as tfds
from elsewhere import unheard_of
from vizdoom import DoomGame


def model_fn(features, labels, mode):
    return tf.get_variable("w", [2])


class Estimator(tf.estimator.Estimator):
    pass


v = tf.get_variable("v", [1])
"""


@pytest.mark.parametrize(
    ("call", "undecided"),
    [
        ("tf.estimator.Estimator(model_fn)", False),
        ("Estimator(model_fn)", False),
        ("Estimator(model_fn).train(input_fn=model_fn)", False),
        ("tfds.load('mnist').map(model_fn)", False),
        ("tf.contrib.slim.model_analyzer.analyze_vars([v])", False),
        ("DoomGame().set_mode(model_fn)", True),
        ("DoomGame().set_mode(1)", False),
        ("unheard_of(v)", True),
        ("tf.estimator.DNNClassifier([2], []).train(model_fn)", False),
        ("tf.estimator.train_and_evaluate(tf.estimator.LinearRegressor([]), None, None)", False),
        ("tf.contrib.estimator.DNNEstimator(v, [2], []).train(model_fn)", True),
        ("tf.estimator.train_and_evaluate(unheard_of, None, None)", True),
        ("tf.contrib.learn.SVM('id').fit(input_fn=model_fn)", True),
        ("tf.contrib.learn.DNNClassifier([2], [])", False),
        ("tf.contrib.learn.models.logistic_regression(v, v)", True),
        ("tf.contrib.learn.datasets.load_iris()", False),
        ("tf.contrib.learn.multi_class_head(3).create_model_fn_ops(v, 'train')", True),
        ("tf.contrib.metrics.auc_using_histogram(v, v, [0, 1])", True),
        ("tf.random.experimental.Generator.from_seed(1)", True),
    ],
)
def test_what_may_have_made_variables(call: str, undecided: bool) -> None:
    found = check_source(f"{BEFORE}{call}\n", "program.py").result
    assert bool(found.undecided) == undecided


def test_fire_calls_a_function_with_its_defaults() -> None:
    program = """
import fire

def main(count=2, name="v"):
    for number in range(count):
        tf.get_variable(name + str(number), [1])

fire.Fire(main)
"""
    (ending,) = traced(program).endings
    assert [held.variable.name for held in ending.holdings] == ["v0:0", "v1:0"]


def test_names_of_python_2_and_of_its_packages() -> None:
    program = """
import sys
from past.builtins import xrange
reload(sys)
for number in xrange(2):
    tf.get_variable("v%d" % number, [1])
"""
    (ending,) = traced(program).endings
    assert [held.variable.name for held in ending.holdings] == ["v0:0", "v1:0"]


def test_reading_files_in_a_loop_builds_nothing() -> None:
    program = """\
import tensorflow as tf
from tensorflow.examples.tutorials.mnist import input_data

y = tf.get_variable("w", [2]) * 2.0
with tf.Session() as sess:
    for _ in range(10):
        data = input_data.read_data_sets("data", one_hot=True)
        sess.run(y)
"""
    assert not check_source(program, "program.py").result.findings


def test_as_many_layers_as_a_file_says() -> None:
    program = """\
import tensorflow as tf

layers = int(open("layers.txt").read())
cells = [tf.contrib.rnn.BasicLSTMCell(8) for _ in range(layers)]
words = [tf.placeholder(tf.int32, [None]) for _ in range(3)]
seq2seq = tf.contrib.legacy_seq2seq.embedding_rnn_seq2seq
seq2seq(words, words, tf.contrib.rnn.MultiRNNCell(cells), 11, 11, embedding_size=4)
"""
    result = check_source(program, "program.py").result
    assert not result.findings
    assert not result.failures


def test_what_nobody_sees_outside_refuses_nothing() -> None:
    program = """
import sys
import numpy as np
import mystery
name = "at_%d_%d" % mystery.place
value = {"little": 3, "big": 4}[mystery.KEY]
tf.get_variable("known", [{"little": 3, "big": 4}[sys.byteorder]])
pictures = []
for one in mystery.names():
    pictures.append(mystery.read(one))
height, width, depth = np.random.choice(pictures).shape
tf.get_variable("end", [1])
"""
    assert made(program) == ["known", "end"]
    assert raised("import numpy as np\n{np.float32: 1}[np.float64]\n").startswith("KeyError")
