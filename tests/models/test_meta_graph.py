"""Imported variables are in the collections, never in the store."""

from __future__ import annotations

from predictions import made, traced

from scopecheck.trace import Undecided


def test_an_exported_graph_comes_back() -> None:
    assert made("""
tf.get_variable("w", [1])
meta = tf.train.export_meta_graph()
tf.reset_default_graph()
tf.train.import_meta_graph(meta, import_scope="copy")
assert [v.name for v in tf.trainable_variables()] == ["copy/w:0"]
tf.get_variable("w", [1])
""") == ["w", "copy/w", "w"]


def test_a_file_is_not_known() -> None:
    trace = traced("tf.train.import_meta_graph('model.meta')\n")
    assert [event.what for event in trace.of(Undecided)] == ["import_meta_graph"]
