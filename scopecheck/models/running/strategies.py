"""Strategies of distribution: what each replica runs is built once here, as on one device.

Source: tensorflow/python/distribute/distribute_lib.py, ``Strategy.run`` (``experimental_run_v2``
in TensorFlow 1) and ``StrategyExtended.call_for_each_replica``.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from scopecheck.models.opaque import Opaque
from scopecheck.models.ops.arguments import items_of
from scopecheck.models.registry import Model
from scopecheck.symbolic.calls import Arguments, call_value
from scopecheck.symbolic.decisions import needed
from scopecheck.symbolic.values import Builtin, DictRef, Value

if TYPE_CHECKING:
    from scopecheck.symbolic.machine import Machine

_RUNNING = ("run", "experimental_run_v2", "call_for_each_replica")


class Strategy(Opaque):
    """A strategy, or its ``extended``; all else that it has is opaque."""

    __slots__ = ()

    def get_attribute(self, m: Machine, name: str) -> Value:
        """``run(function, args, kwargs)`` calls the function."""
        if name in _RUNNING:
            return Builtin(name, _run)
        return (
            Strategy(f"{self.what}.{name}")
            if name == "extended"
            else super().get_attribute(m, name)
        )


def _run(m: Machine, a: Arguments) -> Value:
    given = needed(m, a.get(1, "args"))
    named = needed(m, a.get(2, "kwargs"))
    items = () if given is None else items_of(m, given)
    kwargs = {}
    is_open = named is not None and not isinstance(named, DictRef)
    if isinstance(named, DictRef):
        table = m.contents(named)
        kwargs = {name: value for name, value in table.items.items() if isinstance(name, str)}
        is_open = table.open
    return call_value(m, a.get(0, "fn"), Arguments(items or (), kwargs, items is None, is_open))


def _strategy(name: str) -> Model:
    return lambda m, a: Strategy(name)


_HOMES = ("tf.distribute", "tf.distribute.experimental", "tf.contrib.distribute")
_KINDS = (
    "CentralStorageStrategy CollectiveAllReduceStrategy MirroredStrategy "
    "MultiWorkerMirroredStrategy OneDeviceStrategy ParameterServerStrategy TPUStrategy get_strategy"
)
MODELS: dict[str, Model] = {
    f"{home}.{kind}": _strategy(f"{home}.{kind}") for home in _HOMES for kind in _KINDS.split()
}
