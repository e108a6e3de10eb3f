"""What the library knows of calls that no model covers, and which worlds it joins."""

from __future__ import annotations

from dataclasses import replace

import pytest
from predictions import machine

from scopecheck.models import naming
from scopecheck.models.opaque import Opaque
from scopecheck.models.tensors import DType
from scopecheck.models.world import update
from scopecheck.symbolic.calls import Arguments


@pytest.mark.parametrize(
    ("name", "taint"),
    [("tensorflow.summary.scalar", 0), ("somebody.elses", 1), ("tensorflow.contrib.nobody", 1)],
)
def test_what_a_call_may_have_made(name: str, taint: int) -> None:
    m = machine()
    m.library.call(m, name, Arguments())
    assert m.taint == taint


def test_attributes() -> None:
    m = machine("2.21")
    assert m.library.attribute(m, "tensorflow.float64") == DType("float64")
    assert m.library.attribute(m, "tensorflow.__version__") == "2.21.0"


def test_worlds_with_other_stores_stay_apart() -> None:
    m = machine()
    before = m.world
    naming.unique_name(m, "w")
    assert m.library.worlds_join(before, m.world)
    joined = m.library.merge_worlds(before, m.world)
    assert joined.graph.names == m.world.graph.names
    update(m, stack="a")
    assert not m.library.worlds_join(before, m.world)
    assert not m.library.worlds_join(before, replace(before, resource=True))


def test_opaque_values_are_harmless() -> None:
    m = machine()
    saver = m.library.call(m, "tensorflow.train.Saver", Arguments((), {"allow_empty": True}))
    assert isinstance(saver, Opaque)
    assert saver.what == "tf.train.Saver"
    assert saver.call(m, Arguments()).tame
