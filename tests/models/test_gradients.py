"""Which variables a loss reaches through operations that have gradients."""

from __future__ import annotations

from predictions import machine

from scopecheck.models.graph_collections import GLOBAL
from scopecheck.models.store.variables import make_variable
from scopecheck.models.tensors import Tensor
from scopecheck.models.training.gradients import reached_variables
from scopecheck.symbolic.values import Unknown


def test_operations_without_gradients_stop_the_way() -> None:
    m = machine()
    w = make_variable(m, "w", "w", (1,), "float32", True, "get_variable", (GLOBAL,))
    u = make_variable(m, "u", "u", (1,), "float32", True, "get_variable", (GLOBAL,))
    stopped = Tensor(("s",), "StopGradient", (u,))
    whole = Tensor(("c",), "Cast", (u,), dtype="int32")
    loss = Tensor(("l",), "Sum", (w, stopped, whole))
    assert reached_variables(loss) == {w}
    assert reached_variables(Tensor(("m",), "Sum", (loss, u))) == {w, u}


def test_an_unknown_input_loses_the_way() -> None:
    assert reached_variables(Tensor(("l",), "Sum", (Unknown(("x",)),))) is None
    assert reached_variables(None) is None


def test_a_flag_holds_no_variable() -> None:
    m = machine()
    w = make_variable(m, "w", "w", (1,), "float32", True, "get_variable", (GLOBAL,))
    decay = Unknown(("*", Unknown(("flag", "decay")).key, 2))
    assert reached_variables(Tensor(("l",), "Sum", (w, decay))) == {w}
    other = Unknown(("*", Unknown(("flag", "decay")).key, Unknown(("x",)).key))
    assert reached_variables(Tensor(("l",), "Sum", (w, other))) is None
