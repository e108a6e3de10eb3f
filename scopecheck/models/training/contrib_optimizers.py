"""Optimizers of ``tf.contrib.opt`` that keep more than slots of one shape beside a variable.

Source: tensorflow/contrib/opt/python/training/{lars_optimizer,shampoo,ggt}.py.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from scopecheck.models import naming
from scopecheck.models.graph_collections import GLOBAL
from scopecheck.models.layers.sizes import size
from scopecheck.models.refusal import refuse_argument, state_of
from scopecheck.models.registry import Model, Signature
from scopecheck.models.shapes import add_sizes, multiply
from scopecheck.models.store.initial import Initializer
from scopecheck.models.store.variables import VariableTensor, make_variable, through_creators
from scopecheck.models.tensors import UNSEEN, Dim, Dims, Tensor, operation
from scopecheck.models.training.families import Family
from scopecheck.models.training.optimizers import Optimizer
from scopecheck.models.training.slots import MODELS as SLOTS
from scopecheck.models.world import EMPTY, current, scope_data
from scopecheck.symbolic.calls import Arguments
from scopecheck.symbolic.decisions import needed
from scopecheck.symbolic.values import Value
from scopecheck.trace import VariableMade

if TYPE_CHECKING:
    from scopecheck.symbolic.machine import Machine


class Shampoo(Optimizer):
    """``ShampooOptimizer``: for every dimension of a variable a matrix, or two."""

    __slots__ = ("interval", "largest")

    def __init__(self, family: Family, name: str, place: int, largest: Dim, interval: Dim) -> None:
        super().__init__(family, name, False, place)
        self.largest = largest
        self.interval = interval

    def make_slots(self, m: Machine, variables: list[Tensor], by: str) -> list[str]:
        """``_create_slots``."""
        made: list[str] = []
        for variable in variables:
            slot = self._slot(m, variable, "gbar", by)
            if slot is None:
                continue
            made.append(naming.shown(slot.name or "…"))
            dims = variable.shape if isinstance(variable.shape, tuple) else ()
            made += [name for one in dims for name in self._of_dimension(m, variable, one)]
        return made

    def _of_dimension(self, m: Machine, variable: Tensor, width: Dim) -> list[str]:
        known = isinstance(width, int) and isinstance(self.largest, int)
        whole = known and width > self.largest  # type: ignore[operator]
        dims: Dims = (width,) if whole else (width, width)
        count = 2 if not whole and isinstance(self.interval, int) and self.interval > 1 else 1
        return [self._matrix(m, variable, dims if known else UNSEEN) for _ in range(count)]

    def _matrix(self, m: Machine, variable: Tensor, dims: Dims) -> str:
        value = operation(m, "MatrixDiag", (), dims, "float32")
        made = SLOTS["tf.train.create_slot"](m, Arguments((variable, value, self.name)))
        return naming.shown(getattr(made, "name", None) or "…")


_SHAMPOO = Signature(
    "global_step=0, max_matrix_size=768, gbar_decay=0.0, gbar_weight=1.0, mat_gbar_decay=1.0, "
    "mat_gbar_weight=1.0, learning_rate=1.0, svd_interval=1, precond_update_interval=1, "
    "epsilon=0.0001, alpha=0.5, use_iterative_root=False, use_locking=False, name=Shampoo"
)


def _shampoo(m: Machine, a: Arguments) -> Value:
    g = _SHAMPOO.bind(m, "__init__", a)
    family = Family("Shampoo", ("gbar",))
    sizes = size(m, g["max_matrix_size"]), size(m, g["svd_interval"])
    return Shampoo(family, _name(m, g, "Shampoo"), m.allocate(EMPTY), *sizes)


def _name(m: Machine, g: dict[str, Value], default: str) -> str:
    return naming.encode(m, g["name"]) or default


class WindowOptimizer(Optimizer):
    """``GGTOptimizer``: a window of the gradients of all variables side by side."""

    __slots__ = ("window",)

    def __init__(self, family: Family, name: str, place: int, window: Dim) -> None:
        super().__init__(family, name, False, place)
        self.window = window

    def make_slots(self, m: Machine, variables: list[Tensor], by: str) -> list[str]:
        """``_create_vars``: four variables once, and no slots."""
        graph = current(m).id
        if ("window", graph) in m.heap[self.place] or not variables:
            return []
        m.write(self.place, m.heap[self.place].set(("window", graph), True))
        whole = add_sizes(
            multiply(one.shape) if isinstance(one.shape, tuple) else UNSEEN for one in variables
        )
        dtype = variables[0].dtype
        rows: tuple[tuple[str, Dims], ...] = (
            ("global_step", ()),
            ("grad_buffer", (self.window, whole)),
            ("moment1", (whole,)),
            ("flat_grad", (whole,)),
        )
        return [naming.shown(_beside(m, name, dims, dtype) or "…") for name, dims in rows]


def _beside(m: Machine, name: str, dims: Dims, dtype: str | None) -> str | None:
    """A variable that is no slot, as ``tf.Variable`` makes it."""

    def make(m: Machine, given: dict[str, Value]) -> Value:
        op = naming.unique_name(m, naming.encode(m, given["name"]) or name)
        made = make_variable(m, op, None, dims, dtype, False, "other", (GLOBAL,))
        m.emit(VariableMade(m.site(), m.path(), made.record, state_of(scope_data(m))))
        return made

    given: dict[str, Value] = {"initial_value": Initializer("zeros"), "name": name}
    made = through_creators(m, {**given, "trainable": False}, make)
    return made.name if isinstance(made, VariableTensor) else None


_GGT = Signature(
    "learning_rate=0.001, beta1=0.9, use_locking=False, name=GGT, window=10, eps=0.0001, "
    "svd_eps=1e-06, sigma_eps=0.01"
)


def _ggt(m: Machine, a: Arguments) -> Value:
    g = _GGT.bind(m, "__init__", a)
    window = size(m, g["window"])
    return WindowOptimizer(Family("GGT"), _name(m, g, "GGT"), m.allocate(EMPTY), window)


_LARS = Signature(
    "learning_rate, momentum=0.9, weight_decay=0.0001, eeta=0.001, epsilon=0.0, name=None, "
    "skip_list=None, use_nesterov=False"
)


def _lars(m: Machine, a: Arguments) -> Value:
    g = _LARS.bind(m, "__init__", a)
    for name in ("momentum", "weight_decay"):
        given = needed(m, g[name])
        if isinstance(given, (int, float)) and given < 0:
            message = f"{name} should be positive: {given}"
            raise refuse_argument(m, "LARSOptimizer", "ValueError", message)
    family = Family("LARSOptimizer", ("momentum",))
    return Optimizer(family, _name(m, g, family.name), False, m.allocate(EMPTY))


MODELS: dict[str, Model] = {
    "tf.contrib.opt.ShampooOptimizer": _shampoo,
    "tf.contrib.opt.GGTOptimizer": _ggt,
    "tf.contrib.opt.LARSOptimizer": _lars,
}
