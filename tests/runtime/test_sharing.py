"""Which variables stand behind a tensor, and the table of what paths hold."""

from __future__ import annotations

from scopecheck.runtime.sharing import Sharing, variables_behind
from scopecheck.trace import Computed

W = Computed("VariableV2", variable="d/w:0")
G = Computed("VariableV2", variable="g/w:0")
FAKE = Computed("Tanh", (G,))
LOGITS = Computed("MatMul", (FAKE, W))


def test_variables_behind_a_tensor() -> None:
    assert set(variables_behind([LOGITS])) == {"d/w:0", "g/w:0"}


def test_a_cut_takes_a_tensor_as_given() -> None:
    assert variables_behind([LOGITS], cut=[FAKE]) == ("d/w:0",)


def test_gradients_stop_where_they_stop() -> None:
    stopped = Computed("StopGradient", (FAKE,), gradient=False)
    loss = Computed("MatMul", (stopped, W))
    assert variables_behind([loss], gradient=True) == ("d/w:0",)
    assert set(variables_behind([loss])) == {"d/w:0", "g/w:0"}


def test_control_dependencies_are_not_followed() -> None:
    assert variables_behind([Computed("Identity", (W,), after=(FAKE,))]) == ("d/w:0",)


def test_a_partial_table() -> None:
    sharing = Sharing("netD", ("gan.py:1", "gan.py:2"), (("w", "b"), ("w", "b_1")))
    assert not sharing
    assert sharing.shared == ("w",)
    assert sharing.different == ("b", "b_1")
    assert repr(sharing).splitlines() == [
        "netD: 2 paths, 1 of 3 variables shared",
        "  [1] gan.py:1",
        "  [2] gan.py:2",
        "       [1]  [2]",
        "  w     x    x",
        "  b     x    -  not shared",
        "  b_1   -    x  not shared",
    ]


def test_paths_that_hold_nothing_share_nothing() -> None:
    assert not Sharing("f", ("a.py:1", "a.py:2"), ((), ()))
    assert Sharing("f", ("a.py:1", "a.py:2"), (("w",), ("w",)))
