"""Opaque values: never None, of unknown truth, and harmless."""

from __future__ import annotations

from predictions import machine

from scopecheck.models.opaque import Opaque


def test_an_attribute_is_opaque_again() -> None:
    m = machine()
    saver = Opaque("tf.train.Saver")
    assert saver.get_attribute(m, "save") == Opaque("tf.train.Saver.save")
    assert saver.truth(m) is None
    assert saver.join(Opaque("other"), ()) is saver
