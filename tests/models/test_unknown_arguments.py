"""An argument that decides what is made and isn't known: every way is followed, or none told."""

from __future__ import annotations

import pytest
from predictions import traced

from scopecheck.rules.gather import check_trace

CELL = "(lambda cell: cell(x, cell.zero_state(2, tf.float32)))"
CALLS = {
    "tf.layers.dense(x, 4, use_bias=unknown)": 2,
    "tf.layers.dense(x, 4, trainable=unknown)": 2,
    "tf.layers.conv2d(images, 4, 3, use_bias=unknown, trainable=unknown)": 2,
    "tf.layers.batch_normalization(images, center=unknown)": 2,
    "tf.layers.Dense(4, name=unknown)(x)": "…",
    "tf.contrib.layers.fully_connected(x, 4, normalizer_fn=unknown)": 2,
    "tf.contrib.layers.conv2d(images, 4, 3, biases_initializer=unknown)": 2,
    "tf.contrib.layers.batch_norm(images, scale=unknown, renorm=unknown)": 2,
    "tf.get_variable('v', [2], trainable=unknown)": 2,
    "tf.Variable(0.0, trainable=unknown)": 2,
    f"{CELL}(tf.nn.rnn_cell.LSTMCell(4, use_peepholes=unknown))": 2,
    f"{CELL}(tf.nn.rnn_cell.GRUCell(4, name=unknown))": "…",
    f"{CELL}(tf.contrib.rnn.NASCell(4, use_bias=unknown))": 2,
    "tf.train.AdagradOptimizer(0.1, name=unknown).minimize(tf.get_variable('v', []) * 2)": "…",
    "tf.train.RMSPropOptimizer(0.1, centered=unknown).minimize(tf.get_variable('v', []) * 2)": 2,
    "tf.metrics.recall_at_k(tf.zeros([2], tf.int64), x, 2, class_id=unknown, name=unknown)": "…",
}


@pytest.mark.parametrize("call", CALLS)
def test_nothing_is_guessed(call: str) -> None:
    program = (
        "import json\n"
        "x, images = tf.ones([2, 4]), tf.ones([2, 8, 8, 3])\n"
        f"unknown = json.load(open('config.json'))['key']\n{call}\n"
    )
    endings = traced(program, prelude="import tensorflow as tf\n").endings
    assert [ending.error for ending in endings if ending.error is not None] == []
    made = {
        tuple((held.variable.name, held.variable.trainable) for held in ending.holdings)
        for ending in endings
    }
    if isinstance(CALLS[call], int):
        assert len(made) == CALLS[call]
    else:
        assert all(way and all("…" in name for name, _ in way if name != "v:0") for way in made)


def test_two_networks_of_unknown_names_are_two() -> None:
    program = (
        "import json\n"
        "settings = json.load(open('config.json'))\n"
        "def net(name):\n"
        "    with tf.variable_scope(name):\n"
        "        return tf.get_variable('w', [2])\n"
        "main, target = net(settings['main']), net(settings['target'])\n"
        "copy = tf.assign(target, main)\n"
    )
    trace = traced(program, prelude="import tensorflow as tf\n")
    names = [held.variable.name for ending in trace.endings for held in ending.holdings]
    assert names == ["…/w:0", "……/w:0"]
    assert check_trace(trace) == []
