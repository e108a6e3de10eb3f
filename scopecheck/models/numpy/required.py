"""What numpy's functions can't be called without."""

from __future__ import annotations

from typing import TYPE_CHECKING

from scopecheck.models.registry import Model
from scopecheck.symbolic.values import Value

if TYPE_CHECKING:
    from scopecheck.symbolic.calls import Arguments
    from scopecheck.symbolic.machine import Machine

_UFUNCS = {
    **dict.fromkeys(
        "sqrt exp log log2 log10 log1p sin cos tan tanh ceil floor absolute square negative rint "
        "sign exp2 expm1 fabs cbrt arctan deg2rad".split(),
        1,
    ),
    **dict.fromkeys(
        "add subtract multiply divide true_divide floor_divide power mod maximum minimum "
        "matmul".split(),
        2,
    ),
}
_REQUIRED = {
    **dict.fromkeys("zeros ones empty".split(), "shape"),
    **dict.fromkeys(
        "mean sum prod std var max min amax amin any all argmax argmin average median cumsum sort "
        "transpose squeeze ravel copy zeros_like ones_like empty_like asarray ascontiguousarray "
        "asanyarray shape size ndim around".split(),
        "a",
    ),
    **dict.fromkeys("vstack hstack".split(), "tup"),
    **dict.fromkeys("concatenate stack".split(), "arrays"),
    "array": "object",
    "full": "shape fill_value",
    "full_like": "a fill_value",
    "linspace": "start stop",
    "arange": "start",
    "eye": "N",
    "identity": "n",
    "reshape": "a newshape|shape",
    "dot": "a b",
    "tile": "A reps",
    "expand_dims": "a axis",
    "clip": "a",
    "append": "arr values",
    "load": "file",
    "loadtxt": "fname",
    "genfromtxt": "fname",
    "random.randint": "low",
    "random.choice": "a",
    "random.shuffle": "x",
    "random.permutation": "x",
}


def complete(name: str, model: Model) -> Model:
    """The model of a function of numpy's, which refuses a call that lacks arguments."""
    names, least = _REQUIRED.get(name, "").split(), _UFUNCS.get(name, 0)
    if not names and not least:
        return model

    def run(m: Machine, a: Arguments) -> Value:
        if not a.open and len(a.args) < least:
            old = m.world.tensorflow == "1.15"
            raise m.fail("ValueError" if old else "TypeError", "…")
        lacking = [one for one in names[len(a.args) :] if not a.kwargs.keys() & {*one.split("|")}]
        if lacking and not a.open:
            raise m.fail("TypeError", "…")
        return model(m, a)

    return run
