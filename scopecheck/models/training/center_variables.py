"""Optimizers of workers around shared centers: the getters that make the centers, the steps.

A getter makes a local variable for each one that is trained, and beside it a global one.

Source: tensorflow/contrib/opt/python/training/{agn_optimizer,elastic_average_optimizer,
model_average_optimizer}.py.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from scopecheck.models import naming
from scopecheck.models.graph_collections import GLOBAL, LOCAL
from scopecheck.models.refusal import refuse_argument
from scopecheck.models.registry import Model, Signature
from scopecheck.models.store.get_variable import request_variable
from scopecheck.models.store.scope_names import under
from scopecheck.models.store.variables import VariableTensor
from scopecheck.models.training.optimizers import Optimizer
from scopecheck.models.training.wrappers import Wrapper, WrapperClass, apply_inner, held_pairs
from scopecheck.models.world import EMPTY, current, scope_data, update
from scopecheck.symbolic.access import get_attribute
from scopecheck.symbolic.calls import Arguments
from scopecheck.symbolic.decisions import needed
from scopecheck.symbolic.values import Foreign, Value

if TYPE_CHECKING:
    from scopecheck.symbolic.machine import Machine

_CENTER = "global_center_variable"
_BESIDE = {"AGN": "grad_variable", "ElasticAverage": "local_center_variable"}


class CenterGetter(Foreign):
    """A custom getter; on the heap, for each local variable: what was made beside it."""

    __slots__ = ("kind", "place")

    def __init__(self, kind: str, place: int) -> None:
        self.kind = kind
        self.place = place

    def call(self, m: Machine, args: Any) -> Value:
        """``getter(name, …)`` for what is trained, and once more for its centers."""
        given = dict(args.kwargs)
        getter, name = given.pop("getter", None), given.pop("name", None)
        trainable, collections = given.pop("trainable", True), given.pop("collections", None)
        if not m.truth(needed(m, trainable)):
            if self.kind != "AGN" and needed(m, collections) is None:
                message = "argument of type 'NoneType' is not iterable"
                raise refuse_argument(m, "get_variable", "TypeError", message)
            return m.call(getter, (name,), trainable=False, collections=collections, **given)

        def made(prefix: str, trained: bool, where: str) -> Value:
            full = naming.encode(m, name) or ""
            called = naming.decode(m, f"{prefix}/{full}") if prefix else name
            kept = m.new_list((where,))
            return m.call(getter, (called,), trainable=trained, collections=kept, **given)

        local = made("", True, LOCAL)
        if self.kind == "ModelAverage":
            full = f"{_CENTER}/{naming.encode(m, name) or ''}"
            kept = {"name": naming.decode(m, full), "trainable": False}
            beside = [m.library.call(m, "tf.Variable", Arguments((local,), kept))]
        elif needed(m, given.get("reuse")) is True:
            return local
        else:
            beside = [made(_CENTER, False, GLOBAL), made(_BESIDE[self.kind], False, LOCAL)]
        if isinstance(local, VariableTensor):
            m.write(self.place, m.heap[self.place].set(local.key, tuple(beside)))
        return local


def _getter(kind: str) -> Model:
    def run(m: Machine, a: Arguments) -> Value:
        Signature("worker_device").bind(m, "__init__", a)
        return CenterGetter(kind, m.allocate(EMPTY))

    return run


# -- steps ------------------------------------------------------------------------------


def _moved(m: Machine, before: tuple[Value, ...]) -> None:
    """What joined the global variables since then is local."""
    held = current(m).collections
    new = tuple(one for one in held.get(GLOBAL, ()) if one not in before)
    kept = tuple(one for one in held.get(GLOBAL, ()) if one not in new)
    update(m, collections=held.set(GLOBAL, kept).set(LOCAL, (*held.get(LOCAL, ()), *new)))


def _locally(m: Machine, wrapper: Wrapper, given: dict[str, Any]) -> Value:
    """The optimizer inside, on the local variables: its own are local too."""
    before = current(m).collections.get(GLOBAL, ())
    made = apply_inner(m, wrapper, {**given, "global_step": None})
    _moved(m, before)
    return made


def _accumulated(m: Machine, wrapper: Wrapper, given: dict[str, Any]) -> Value:
    """``AGNOptimizer``: now and then the optimizer inside, on the centers."""
    made = _locally(m, wrapper, given)
    getter = needed(m, wrapper.given["custom_getter"])
    pairs = held_pairs(m, given["grads_and_vars"])
    known = m.heap[getter.place] if isinstance(getter, CenterGetter) else EMPTY
    rows = [known.get(one.key) for _, one in pairs or () if isinstance(one, VariableTensor)]
    centers = [(row[1], row[0]) for row in rows if row is not None]
    if pairs is None or len(centers) != len(pairs):
        m.undecided("AGNOptimizer", "which centers it updates is not known", 1)
    with under(m, "cond"):
        apply = get_attribute(m, wrapper.given["opt"], "apply_gradients")
        m.call(apply, (m.new_list(centers),))
    return made


def _averaged(m: Machine, wrapper: Wrapper, given: dict[str, Any]) -> Value:
    """``ModelAverageOptimizer``: it needs the global step, which it moves itself."""
    if needed(m, given["global_step"]) is None:
        raise refuse_argument(m, wrapper.cls.name, "ValueError", "Global step is required")
    return apply_inner(m, wrapper, {**given, "global_step": None})


def _optimizer(
    kind: str, arguments: str, apply: Callable[[Any, Any, dict[str, Any]], Value]
) -> Model:
    cls = WrapperClass(f"{kind}Optimizer", Signature(arguments), apply)

    def run(m: Machine, a: Arguments) -> Value:
        given = cls.constructor.bind(m, "__init__", a)
        if kind == "ElasticAverage" and needed(m, given["rho"]) is None:
            _check_rate(m, needed(m, given["opt"]))
        local: dict[str, Value] = {
            "name": "local_step",
            "initializer": 0,
            "trainable": False,
            "collections": (LOCAL,),
        }
        request_variable(m, local, scope_data(m), cls.name)
        return Wrapper(cls, given, m.allocate(EMPTY))

    return run


def _check_rate(m: Machine, inner: Value) -> None:
    """The rate that an optimizer is asked for; two classes have it under another name."""
    if isinstance(inner, Optimizer) and inner.family.name in ("Adam", "Adadelta"):
        message = f"'{inner.family.name}Optimizer' object has no attribute '_learning_rate'"
        raise refuse_argument(m, "ElasticAverageOptimizer", "AttributeError", message)


_AGN = (
    "opt, num_worker, custom_getter, communication_period=10, use_locking=True, name=AGNOptimizer"
)
_ELASTIC = (
    "opt, num_worker, ea_custom_getter, communication_period=10, moving_rate=None, rho=None, "
    "use_locking=True, synchronous=False, name=ElasticAverageOptimizer"
)
_MODEL = (
    "opt, num_worker, is_chief, ma_custom_getter, interval_steps=100, use_locking=True, "
    "name=ModelAverageOptimizer"
)
_ROOM = "tf.contrib.opt"
MODELS: dict[str, Model] = {
    **{
        f"{_ROOM}.{kind}CustomGetter": _getter(kind)
        for kind in ("AGN", "ElasticAverage", "ModelAverage")
    },
    f"{_ROOM}.AGNOptimizer": _optimizer("AGN", _AGN, _accumulated),
    f"{_ROOM}.ElasticAverageOptimizer": _optimizer("ElasticAverage", _ELASTIC, _locally),
    f"{_ROOM}.ModelAverageOptimizer": _optimizer("ModelAverage", _MODEL, _averaged),
}
